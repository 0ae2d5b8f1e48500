import { MultiSelect } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import type { KeyForm } from "../new-key";
import { scopesQuery } from "../queries";
import { KEY_MODES } from "../search";
import { Choice } from "./choice";

const PERMISSIONS = ["full", "send_only"] as const;

/** What the key may do, in which world, from which domains. */
export function PowerFields({ form }: { form: UseFormReturnType<KeyForm> }) {
  const { t } = useTranslation("access");
  const { data: scopes = [] } = useQuery(scopesQuery(useApi()));
  return (
    <>
      <Choice label={t("column.permission")} name="permission" words={PERMISSIONS} form={form}>
        {(word) => [t(`permission.${word}`), t(`permission.${word}Hint`)]}
      </Choice>
      <Choice label={t("column.mode")} name="mode" words={KEY_MODES} form={form}>
        {(word) => [t(`mode.${word}`), t(`mode.${word}Hint`)]}
      </Choice>
      <MultiSelect
        size="sm"
        label={t("column.domains")}
        description={t("field.domainsHint")}
        placeholder={t("field.domains")}
        data={scopes.map(({ name }) => name)}
        nothingFoundMessage={t("field.noDomain")}
        searchable
        clearable
        hidePickedOptions
        key={form.key("domains")}
        {...form.getInputProps("domains")}
      />
    </>
  );
}
