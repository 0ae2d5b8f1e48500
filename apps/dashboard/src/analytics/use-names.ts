import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { domainNamesQuery, keyNamesQuery, type Names, templateNamesQuery } from "./name-queries";
import { providerName } from "../ui/text/provider-name";
import type { Dimension } from "./view";

/** What a value is called, and a word on what that means where the name does not say it. */
export interface Named {
  text: string;
  note?: string;
}

/** @param value null: mail that has none; `known`: its name, where the API told it */
export type NameOf = (dimension: Dimension, value: string | null, known?: string) => Named;

/** Names in place of ids and words. The lists of names are read where one of `needed` takes them. */
export function useNames(needed: readonly Dimension[]): NameOf {
  const { t } = useTranslation("analytics");
  const api = useApi();
  const templates = useQuery({ ...templateNamesQuery(api), enabled: needed.includes("template") });
  const keys = useQuery({ ...keyNamesQuery(api), enabled: needed.includes("key") });
  const domains = useQuery({ ...domainNamesQuery(api), enabled: needed.includes("domain") });
  const listed: Partial<Record<Dimension, Names | undefined>> = {
    ...{ template: templates.data, key: keys.data, domain: domains.data },
  };
  const special: Record<string, Named> = {
    "template null": { text: t("no.template") },
    "key null": { text: t("no.key"), note: t("no.keyNote") },
    "domain null": { text: t("no.domain"), note: t("no.domainNote") },
    "tag other": { text: t("other.tag"), note: t("other.tagNote") },
    "provider other": { text: t("other.provider"), note: t("other.providerNote") },
    "provider unknown": { text: t("unknown.provider"), note: t("unknown.providerNote") },
    "priority critical": { text: t("priority.critical") },
    "priority standard": { text: t("priority.standard") },
    "priority bulk": { text: t("priority.bulk") },
  };
  return (dimension, value, known) => {
    const named = special[`${dimension} ${value}`];
    if (named) return known === undefined ? named : { ...named, text: known };
    if (value === null) return { text: known ?? "–" };
    if (dimension === "provider") return { text: providerName(value) };
    return { text: known ?? listed[dimension]?.get(value) ?? value };
  };
}
