import type { MultiSelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { propertiesQuery, segmentsQuery, topicsQuery } from "../../queries";
import { Several } from "../several";

interface Props {
  field(name: "fields" | "segments" | "topics"): Omit<MultiSelectProps, "data">;
}

/** What a form asks for, and what whoever confirms joins; only what there is can be chosen. */
export function JoinFields({ field }: Props) {
  const { t } = useTranslation("audiences");
  const api = useApi();
  const { data: properties = [] } = useQuery(propertiesQuery(api));
  const { data: segments = [] } = useQuery(segmentsQuery(api));
  const { data: topics = [] } = useQuery(topicsQuery(api));
  const lists = segments.filter(({ rule }) => rule === null);
  const asked = [
    { id: "first_name", name: t("field.firstName") },
    { id: "last_name", name: t("field.lastName") },
    ...properties.map(({ key }) => ({ id: key, name: key })),
  ];
  return (
    <>
      <Several
        label={t("forms.fields")}
        description={t("forms.fieldsHint")}
        all={asked}
        {...field("fields")}
      />
      {lists.length > 0 && (
        <Several
          label={t("segments.title")}
          description={t("forms.segmentsHint")}
          all={lists}
          {...field("segments")}
        />
      )}
      {topics.length > 0 && (
        <Several
          label={t("topics.title")}
          description={t("forms.topicsHint")}
          all={topics}
          {...field("topics")}
        />
      )}
    </>
  );
}
