import type { Blocks } from "@sendex/core/templates/blocks/blocks";
import type { TemplateContent } from "@sendex/core/templates/template";
import { Prisma } from "../generated/client";

/** What a version holds, as its columns have it. */

/** As a statement takes them. */
export function jsonOf({ variables, blocks }: Pick<TemplateContent, "variables" | "blocks">) {
  return { variables: JSON.stringify(variables), blocks: blocks && JSON.stringify(blocks) };
}

/** As Prisma takes it. */
export function columnsOf({ subject, html, text, mjml, blocks, from, replyTo, variables }: TemplateContent) {
  // The parse boundary of Prisma's JSON type: fallbacks came in as JSON.
  const json = { variables: variables as object[], blocks: blocksColumn(blocks) };
  return { subject, html, text, mjml, from, replyTo, ...json };
}

/** As Prisma writes it; the `as` is at its JSON type, which knows no interfaces. */
export function blocksColumn(blocks: Blocks | null) {
  return blocks === null ? Prisma.DbNull : (blocks as unknown as Prisma.InputJsonObject);
}
