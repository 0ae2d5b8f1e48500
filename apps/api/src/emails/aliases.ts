import type { FieldError } from "@sendex/core/error";
import { EMAIL_ALIASES, FILE_ALIASES } from "./schemas";
import { isObject } from "@sendex/kit/loose";

/** Paths of fields by our name, and as the caller wrote them. */
export type Written = Map<string, string>;

/** Renames what old SDKs call otherwise, in place; a field given under both names is left, for the schema to refuse. */
export function renameAliases(body: Record<string, unknown>): Written {
  const written: Written = new Map();
  rename(body, EMAIL_ALIASES, "", written);
  const files = Array.isArray(body["attachments"]) ? body["attachments"] : [];
  files.forEach((file: unknown, i) => {
    if (isObject(file)) rename(file, FILE_ALIASES, `attachments[${i}].`, written);
  });
  return written;
}

/** Errors name a field as its caller did. */
export function asWritten(errors: FieldError[], written: Written): FieldError[] {
  if (written.size === 0) return errors;
  return errors.map((error) => {
    for (const [ours, theirs] of written) {
      if (error.field !== ours && !error.field.startsWith(`${ours}[`)) continue;
      return {
        ...error,
        field: theirs + error.field.slice(ours.length),
        message: error.message.replace(ours, theirs),
      };
    }
    return error;
  });
}

function rename(
  holder: Record<string, unknown>,
  aliases: Record<string, string>,
  prefix: string,
  written: Written,
): void {
  for (const [alias, name] of Object.entries(aliases)) {
    if (!(alias in holder) || (holder[name] ?? null) !== null) continue;
    holder[name] = holder[alias];
    delete holder[alias];
    written.set(prefix + name, prefix + alias);
  }
}
