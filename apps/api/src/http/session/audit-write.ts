import { afterCommit } from "@sendex/data/database/trouble";
import { isObject } from "@sendex/kit/loose";
import { recordWrite } from "@sendex/pipeline/people/record-write";
import type { SignedIn } from "@sendex/pipeline/people/authenticate";
import type { Request } from "express";
import type { Described, Endpoint, Exchange } from "../endpoint";
import type { Reply } from "../reply";
import { isWrite } from "./read";

/** Every write of a person stands in the audit log, whatever its route: none has to think of it. */

/** Of a member's write, for the account's owners. */
export async function recordMembersWrite(
  request: Request,
  { doc, role }: Endpoint,
  { context, caller, id, part, call }: Exchange,
  reply: Reply,
): Promise<void> {
  // What a viewer may do changes nothing, whatever its method.
  if (!caller.person || !isWrite(request) || role === "viewer" || reply.status >= 400) return;
  const write = {
    email: caller.person.email,
    act: doc.id,
    accountId: caller.accountId,
    subjectId: id || (call.messageIds[0] ?? idIn(reply.body)),
    detail: { mode: caller.mode, ...(part !== "" && { part }) },
  };
  await afterCommit(() => recordWrite(context, write));
}

/** Of a write about the person herself, which is no account's. */
export async function recordPersonsWrite(
  request: Request,
  { doc }: Described,
  { context, caller, id }: Exchange<SignedIn>,
): Promise<void> {
  if (!isWrite(request)) return;
  const { email, id: userId } = caller.session.user;
  const write = { email, act: doc.id, accountId: null, subjectId: id || userId, detail: {} };
  await afterCommit(() => recordWrite(context, write));
}

function idIn(body: Reply["body"]): string | null {
  return isObject(body) && typeof body["id"] === "string" ? body["id"] : null;
}
