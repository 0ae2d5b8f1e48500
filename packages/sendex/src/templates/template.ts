import type { Client } from "@sendex/sdk/client";
import type { MailBlocks } from "@sendex/sdk/generated/api";

/** A template as files have it, and as the API takes it. What is null is not there. */
export interface Template {
  /** Of one without an alias; else the alias tells which it is, in any account. */
  id?: string;
  name: string;
  alias: string | null;
  subject: string | null;
  from: string | null;
  reply_to: string[] | null;
  variables: {
    key: string;
    type: "string" | "number" | "boolean" | "object" | "list";
    fallback_value: unknown;
  }[];
  mjml: string | null;
  blocks: MailBlocks | null;
  /** Null where there are MJML or blocks, which it is made from. */
  html: string | null;
  text: string | null;
}

export type ApiTemplate = Awaited<ReturnType<Client["templates"]["get"]>>;

/** What of a template is written by people. */
export function templateOf(read: ApiTemplate): Template {
  const { id, name, alias, subject, from, reply_to, variables, mjml, blocks, html, text } = read;
  return {
    ...(alias === null && { id }),
    ...{ name, alias, subject, from, reply_to, variables, mjml, blocks, text },
    html: mjml === null && blocks === null ? html : null,
  };
}

/** What the HTML is written as: one of the three, as the API takes them. */
export function sourceOf({ mjml, blocks, html }: Pick<Template, "mjml" | "blocks" | "html">) {
  if (blocks !== null) return { blocks };
  return mjml === null ? { html } : { mjml };
}

/** What its folder is called, and what push and preview call it. */
export function folderNameOf({ alias, id }: { alias: string | null; id?: string | undefined }): string {
  return alias ?? id ?? "";
}
