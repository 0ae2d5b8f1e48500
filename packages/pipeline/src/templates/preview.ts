import { invalidFields } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import { findVersion } from "@sendex/data/templates/versions";
import type { Context } from "../context";
import { type FilledTemplate, renderTemplate, type TemplateUse } from "./fill";
import { getTemplate, noVersion } from "./edit";

/**
 * What a version of a template makes of these values; without one named, the newest, which may be a draft.
 * @throws SendexError not_found, bad_request with fields, service_unavailable
 */
export async function previewTemplate(
  context: Context,
  { accountId }: Pick<Caller, "accountId">,
  use: TemplateUse,
  version: number | undefined,
): Promise<FilledTemplate> {
  const { template, newest } = await getTemplate(context, { accountId }, use.ref);
  const { id } = template;
  const chosen =
    version === undefined || version === newest.version
      ? newest
      : await findVersion(context.data, accountId, id, version);
  if (!chosen) throw noVersion();
  const result = await renderTemplate(context, chosen, use);
  if ("errors" in result) throw invalidFields(result.errors);
  return { id, version: chosen.version, ...result };
}
