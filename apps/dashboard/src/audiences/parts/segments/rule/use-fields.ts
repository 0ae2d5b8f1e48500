import type { ContactProperty } from "@sendex/sdk/generated/api";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../../api/api";
import { broadcastsQuery } from "../../../broadcast-queries";
import { propertiesQuery, segmentsQuery, topicsQuery } from "../../../queries";
import { partsOf, TOUCHES } from "../../../rule-draft";

interface Choice {
  value: string;
  label: string;
}

/** What conditions can be about. */
export interface RuleFields {
  properties: ContactProperty[];
  fields: { group: string; items: Choice[] }[];
  broadcasts: Choice[];
}

const OF_CONTACTS = ["email", "first_name", "last_name", "created_at", "unsubscribed"] as const;

export function useRuleFields(): RuleFields {
  const { t } = useTranslation("audiences");
  const api = useApi();
  const { data: properties = [] } = useQuery(propertiesQuery(api));
  const { data: topics = [] } = useQuery(topicsQuery(api));
  const { data: segments = [] } = useQuery(segmentsQuery(api));
  const { data: pages } = useInfiniteQuery(broadcastsQuery(api));
  const broadcasts = pages?.pages.flatMap(({ data }) => data) ?? [];
  const named = (prefix: string) => (one: { id: string; name: string }) => ({
    value: `${prefix}.${one.id}`,
    label: one.name,
  });
  const fields = [
    { group: t("contact"), items: OF_CONTACTS.map((value) => ({ value, label: t(`rule.field.${value}`) })) },
    {
      group: t("properties.action"),
      items: properties.map(({ key }) => ({ value: `properties.${key}`, label: key })),
    },
    { group: t("mail"), items: TOUCHES.map((value) => ({ value, label: t(`rule.field.${value}`) })) },
    { group: t("topics.title"), items: topics.map(named("topics")) },
    { group: t("rule.lists"), items: segments.filter(({ rule }) => !rule).map(named("segments")) },
  ];
  return {
    properties,
    fields: fields.filter(({ items }) => items.length > 0),
    broadcasts: broadcasts.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The choices, with what a rule names that is there no more. */
export function withField({ fields }: RuleFields, field: string): RuleFields["fields"] {
  const { name } = partsOf(field);
  if (fields.some(({ items }) => items.some(({ value }) => value === field))) return fields;
  return [...fields, { group: "…", items: [{ value: field, label: name === "" ? field : name }] }];
}
