import { randomBytes } from "node:crypto";
import type { Stack } from "../stack";

/** Somebody who signs in. */
export interface Person {
  email: string;
  password: string;
}

/** A member of an account; by default its owner. */
export async function makeMember(stack: Stack, accountId: string, role = "owner"): Promise<Person> {
  return makePerson(stack, ["--account", accountId, "--role", role]);
}

/** Somebody who runs the installation. */
export async function makeOperator(stack: Stack): Promise<Person> {
  return makePerson(stack, ["--operator"]);
}

async function makePerson({ cli }: Stack, rest: string[]): Promise<Person> {
  const email = `ada-${randomBytes(4).toString("hex")}@example.test`;
  const named = ["--email", email, "--name", "Ada Lovelace"];
  const { password } = await cli("person", "create", ...named, "--make-password", ...rest);
  return { email, password };
}
