import { given, type Search, textIn, wordIn } from "../routing/search";
import type { ListedTemplate } from "./template";

export const STATUSES = ["draft", "published"] as const;

/** What narrows the list down; it lives in the URL. */
export interface TemplateFilters {
  /** Part of the name, the alias or the id. */
  q?: string;
  status?: (typeof STATUSES)[number];
}

export function readFilters(search: Search): TemplateFilters {
  return given({ q: textIn(search, "q"), status: wordIn(search, "status", STATUSES) });
}

/** Those that the filters leave. */
export function fitting(
  templates: readonly ListedTemplate[],
  { q = "", status }: TemplateFilters,
): ListedTemplate[] {
  const words = q.toLowerCase().split(/\s+/);
  return templates.filter((template) => {
    const text = `${template.name} ${template.alias ?? ""} ${template.id}`.toLowerCase();
    return (status === undefined || template.status === status) && words.every((word) => text.includes(word));
  });
}
