import { parseMailbox } from "@sendex/core/accepting/address";
import { MAX_NAME_CHARACTERS, readProperties } from "@sendex/core/audiences/contact";
import { NAME_FIELDS, type SignUpWish } from "@sendex/core/audiences/forms/form";
import { normalizeAddress } from "@sendex/core/suppressions";
import { allProperties } from "@sendex/data/audiences/properties";
import { text } from "@sendex/kit/loose";
import type { Context } from "../../context";
import type { PublicForm } from "./forms";

export interface ReadPosted {
  address: string;
  wish: Pick<SignUpWish, "firstName" | "lastName" | "properties">;
}

/**
 * What somebody posted to a form, as far as the form asks for it: a value that its property cannot have is left out, as
 * a stranger is not told what an account knows. Undefined: there is no address in it.
 */
export async function readPosted(
  { data }: Pick<Context, "data">,
  { owner, form }: PublicForm,
  fields: Record<string, string>,
): Promise<ReadPosted | undefined> {
  const address = parseMailbox(fields["email"]?.trim() ?? "")?.address;
  if (address === undefined) return undefined;
  const known = await allProperties(data, owner.accountId);
  const isName = (key: string) => NAME_FIELDS.some((name) => name === key);
  const given = form.fields.filter((key) => !isName(key) && (fields[key] ?? "") !== "");
  const { changes } = readProperties(Object.fromEntries(given.map((key) => [key, fields[key]])), known);
  const properties = Object.fromEntries(
    Object.entries(changes).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])),
  );
  const nameOf = (key: (typeof NAME_FIELDS)[number]) =>
    form.fields.includes(key) ? (text(fields[key]?.trim(), MAX_NAME_CHARACTERS) ?? null) : null;
  const wish = { firstName: nameOf("first_name"), lastName: nameOf("last_name"), properties };
  return { address: normalizeAddress(address), wish };
}
