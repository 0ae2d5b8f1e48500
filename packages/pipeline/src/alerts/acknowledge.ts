import type { Caller } from "@sendex/core/access";
import * as rows from "@sendex/data/alerts/list";
import type { AlertRow } from "@sendex/data/alerts/rows";
import { actorOf } from "../accounts/actor";
import type { Context } from "../context";
import { getAlert } from "./read";

/**
 * Notes that the caller looks after an alert; one that was acknowledged, or is closed, stays as it is.
 * @throws SendexError not_found
 */
export async function acknowledge(context: Context, caller: Caller, id: string): Promise<AlertRow> {
  const { accountId, person } = caller;
  await getAlert(context, caller, id);
  const by = person ? `user:${person.email}` : actorOf(caller);
  await rows.acknowledgeAlert(context.data, { accountId, id, by }, context.clock());
  return getAlert(context, caller, id);
}
