import * as rows from "@sendex/data/ledger/hours";
import { actOf } from "../access/act";
import type { Context } from "../context";

/** An operator lets the scheduler compare an hour once more. False where the ledger has no such hour. */
export async function recheckHour({ data, clock }: Context, hour: Date, by: string): Promise<boolean> {
  return rows.recheckHour(data, hour, actOf(clock(), by, "ledger.check", null, { hour }));
}

/** An operator ends the alarm about an hour that cannot be mended. False where the ledger has no such hour. */
export async function acknowledgeHour({ data, clock }: Context, hour: Date, by: string): Promise<boolean> {
  return rows.acknowledgeHour(data, hour, actOf(clock(), by, "ledger.acknowledge", null, { hour }));
}
