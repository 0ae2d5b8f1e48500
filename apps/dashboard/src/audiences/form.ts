import type { Form, paths } from "@sendex/sdk/generated/api";

export type NewForm = paths["/api/v1/forms"]["post"]["requestBody"]["content"]["application/json"];

/** A form as it stands in its dialog: empty is nothing, lists of texts are one a line. */
export interface FormValues {
  name: string;
  from: string;
  template: string;
  segments: string[];
  topics: string[];
  fields: string[];
  redirect_url: string;
  allowed_origins: string;
}

export function valuesOf(form: Form | undefined): FormValues {
  return {
    name: form?.name ?? "",
    from: form?.from ?? "",
    template: form?.template ?? "",
    segments: form?.segments.map(({ id }) => id) ?? [],
    topics: form?.topics.map(({ id }) => id) ?? [],
    fields: form?.fields ?? [],
    redirect_url: form?.redirect_url ?? "",
    allowed_origins: form?.allowed_origins.join("\n") ?? "",
  };
}

/** As the API takes it. */
export function bodyOf({
  name,
  from,
  template,
  segments,
  topics,
  redirect_url,
  ...rest
}: FormValues): NewForm {
  const named = (ids: string[]) => ids.map((id) => ({ id }));
  return {
    name: name.trim(),
    from: from.trim() || null,
    template: template.trim() || null,
    segments: named(segments),
    topics: named(topics),
    fields: rest.fields,
    redirect_url: redirect_url.trim() || null,
    allowed_origins: rest.allowed_origins.split(/\s+/).filter((line) => line !== ""),
  };
}

const LABELS: Record<string, string> = { first_name: "First name", last_name: "Last name" };

/** What is put into a page of one's own. A field that people do not see catches programs. */
export function snippetOf({ page_url, fields }: Pick<Form, "page_url" | "fields">): string {
  const inputs = fields.map(
    (field) => `  <label>${LABELS[field] ?? field} <input name="${field}" maxlength="256"></label>`,
  );
  return [
    `<form method="post" action="${page_url}">`,
    '  <label>Email <input type="email" name="email" required></label>',
    ...inputs,
    '  <input name="web-site" tabindex="-1" autocomplete="off" hidden>',
    "  <button>Sign up</button>",
    "</form>",
  ].join("\n");
}
