import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface SeveralProps extends Omit<MultiSelectProps, "data"> {
  all: { id: string; name: string }[];
}

/** Any of those that there are, by their names. */
export function Several({ all, ...input }: SeveralProps) {
  const { t } = useTranslation("audiences");
  return (
    <MultiSelect
      size="sm"
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={t("field.nothingFits")}
      searchable
      hidePickedOptions
      openOnFocus={false}
      {...input}
    />
  );
}
