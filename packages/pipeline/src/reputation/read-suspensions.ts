import type { Caller } from "@sendex/core/access";
import { listSuspensions, type PastSuspension } from "@sendex/data/reputation/history";
import { UNTOLD } from "../accounts/read";
import type { Context } from "../context";

/** An account's suspensions with their appeals, the latest first, at most 50. To a test key no evidence of live mail is shown. */
export async function readSuspensions({ data }: Context, caller: Caller): Promise<PastSuspension[]> {
  const found = await listSuspensions(data, caller.accountId);
  return caller.mode === "live" ? found : found.map((one) => ({ ...one, ...UNTOLD }));
}
