import { keyedTransaction } from "@sendex/data/database/transaction";
import { lockExpired } from "@sendex/data/reports/targets";
import { unknownPolicies } from "@sendex/data/sending/settle-expired";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { awaitEvidence, decideUnknown, type Settled, tellDeadLetter, writeSettled } from "./settle-lost";

const MAX_SWEPT = 500;

/**
 * Settles recipients whose worker is gone. After a lease that ran out it is not known whether SES took the mail:
 * evidence is waited for, and when none has come, the account's policy decides. What is sent again after that is sent
 * in quarantine, since it may be what ended its worker.
 */
export async function sweep(context: Context): Promise<number> {
  const moment = { now: context.clock(), scale: context.settings.retryTimeScale };
  const { swept, deliveries } = await keyedTransaction(context.data, async (client) => {
    const expired = await lockExpired(client, moment.now, MAX_SWEPT);
    const policies = await unknownPolicies(client, [...new Set(expired.map(({ accountId }) => accountId))]);
    const swept = expired.map((target) =>
      target.unknown
        ? decideUnknown(target, policies.get(target.accountId) ?? "resend", moment)
        : awaitEvidence(target, "lease_expired", moment),
    );
    return { swept, deliveries: await writeSettled(client, swept, moment.now) };
  });
  for (const one of swept) tell(context, one);
  void emit(
    context,
    swept.map(({ settlement }) => settlement.target.accountId),
    deliveries,
  );
  return swept.length;
}

function tell(context: Context, { settlement, letters }: Settled): void {
  const { target, status, reason, crashes } = settlement;
  const fields = {
    messageId: target.messageId,
    n: target.n,
    attempt: target.attempt,
    status,
    reason,
    crashes,
  };
  const [letter] = letters;
  if (letter) return tellDeadLetter(context, fields, letter);
  context.log.warn(
    fields,
    settlement.unknown
      ? "a lease ran out: waiting for evidence of the attempt"
      : "no evidence came: the account's policy decided",
  );
}
