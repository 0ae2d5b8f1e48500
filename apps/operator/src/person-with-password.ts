import { randomBytes } from "node:crypto";
import type { UserRow } from "@sendex/data/people/sessions";
import { type AskedPerson, makePerson } from "@sendex/pipeline/people/persons";
import type { Desk } from "./desk";

const PASSWORD_BYTES = 15;

/** Makes a person with a password that is shown only here; who is there already keeps hers, and none is shown. */
export async function personWithPassword(
  { context, actor }: Desk,
  asked: Omit<AskedPerson, "password">,
): Promise<{ person: UserRow; password?: string }> {
  const password = randomBytes(PASSWORD_BYTES).toString("base64url");
  const { created, ...person } = await makePerson(context, { ...asked, password }, actor);
  return { person, ...(created && { password }) };
}
