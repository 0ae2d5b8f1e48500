import type { TemplateDraftPreview } from "@sendex/sdk/generated/api";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { type Draft, declarationOf } from "./draft";
import type { ListedTemplate, Values } from "./template";

const LARGEST_PAGE = 100;

/**
 * Begins the key of all that is read of templates. Live and test mail share them: who changes the world keeps what she
 * is writing.
 */
export function templatesKey({ caller }: Api) {
  return [caller.accountId, "both", "templates"] as const;
}

/** All of them, newest first: an account has at most 1,000. */
export function templatesQuery(api: Api) {
  return queryOptions({
    queryKey: [...templatesKey(api), "list"],
    async queryFn({ signal }) {
      const all: ListedTemplate[] = [];
      for (let after: string | undefined, more = true; more;) {
        const query = { limit: LARGEST_PAGE, ...(after !== undefined && { after }) };
        const { data, has_more } = await answered(
          api.client.GET("/api/v1/templates", { params: { query }, signal }),
        );
        all.push(...data);
        after = data.at(-1)?.id;
        more = has_more;
      }
      return all;
    },
  });
}

export function templateQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...templatesKey(api), id],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/templates/{id}", { params: { path: { id } }, signal })),
  });
}

/** The newest 100 versions, newest first. */
export function versionsQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...templatesKey(api), id, "versions"],
    queryFn: ({ signal }) =>
      answered(
        api.client.GET("/api/v1/templates/{id}/versions", {
          params: { path: { id }, query: { limit: LARGEST_PAGE } },
          signal,
        }),
      ),
  });
}

/** One version with all that it holds. */
export function versionQuery(api: Api, id: string, version: number) {
  return queryOptions({
    queryKey: [...templatesKey(api), id, "versions", version],
    queryFn: ({ signal }) =>
      answered(
        api.client.GET("/api/v1/templates/{id}/versions/{part}", {
          params: { path: { id, part: String(version) } },
          signal,
        }),
      ),
  });
}

/** What stands in an editor, rendered: nothing of it needs to be stored, or right. */
export function previewQuery(
  api: Api,
  { subject, html, mjml, blocks, text, variables }: Draft,
  values: Values,
) {
  const body = {
    subject,
    ...(blocks ? { blocks: { ...blocks } } : mjml === null ? { html } : { mjml }),
    ...(text !== null && { text }),
    variables: variables.filter(({ key }) => key !== "").map(declarationOf),
    values,
  };
  return queryOptions<TemplateDraftPreview>({
    queryKey: [...templatesKey(api), "preview", body],
    queryFn: ({ signal }) => answered(api.client.POST("/api/v1/templates/preview", { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}
