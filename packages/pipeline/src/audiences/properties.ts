import type { Caller } from "@sendex/core/access";
import {
  type ContactProperty,
  MAX_PROPERTIES,
  type PropertyValue,
  readValue,
} from "@sendex/core/audiences/contact";
import { invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import type { Page, Paged } from "@sendex/data/audiences/page";
import {
  allProperties,
  deleteProperty,
  findProperty,
  insertProperty,
  listProperties,
  type PropertyRow,
  setFallback,
} from "@sendex/data/audiences/properties";
import type { Context } from "../context";

/** @throws SendexError bad_request where there is one of this key, or as many as there may be; bad_request for the fallback */
export async function makeProperty(
  { data, clock }: Context,
  { accountId }: Caller,
  wish: Omit<ContactProperty, "fallback"> & { fallback: unknown },
): Promise<PropertyRow> {
  const now = clock();
  const fallback = readFallback(wish, wish.fallback);
  const known = await allProperties(data, accountId);
  if (known.length >= MAX_PROPERTIES)
    throw new SendexError("bad_request", `An account has at most ${MAX_PROPERTIES} contact properties.`);
  const property = { id: newId("prop", now), key: wish.key, type: wish.type, fallback, createdAt: now };
  if (!(await insertProperty(data, accountId, property)))
    throw new SendexError("bad_request", `There is a contact property ${wish.key} already.`);
  return property;
}

/** Its key and type stay: templates name the one, contacts have values of the other. @throws SendexError not_found, bad_request */
export async function changeProperty(
  context: Context,
  caller: Caller,
  id: string,
  given: unknown,
): Promise<PropertyRow> {
  const property = await readProperty(context, caller, id);
  const fallback = readFallback(property, given);
  await setFallback(context.data, caller.accountId, id, fallback);
  return { ...property, fallback };
}

/** @throws SendexError not_found */
export async function removeProperty({ data }: Context, { accountId }: Caller, id: string): Promise<void> {
  if (!(await deleteProperty(data, accountId, id))) throw noProperty();
}

/** @throws SendexError not_found */
export async function readProperty(
  { data }: Context,
  { accountId }: Caller,
  id: string,
): Promise<PropertyRow> {
  const property = await findProperty(data, accountId, id);
  if (!property) throw noProperty();
  return property;
}

/** Newest first. */
export async function readProperties(
  { data }: Context,
  { accountId }: Caller,
  page: Page,
): Promise<Paged<PropertyRow>> {
  return listProperties(data, accountId, page);
}

function readFallback({ type }: Pick<ContactProperty, "type">, given: unknown): PropertyValue | null {
  const fallback = readValue(type, given ?? null);
  if (fallback !== undefined) return fallback;
  const what = type === "string" ? "text of at most 2000 characters" : "a number";
  const message = `fallback_value must be ${what}, or null for none.`;
  throw invalidFields([{ field: "fallback_value", code: "type", message }]);
}

function noProperty(): SendexError {
  return new SendexError("not_found", "There is no such contact property.");
}
