import type { SteadyAnswer } from "../load/plan";
import type { Receipt } from "../ses/tracking";
import { percentile } from "@sendex/kit/statistics";

/** How long mails took, in milliseconds; `p99` and `p50` from their 202, `due99` from when their request was to begin. */
export interface Waits {
  p50: number;
  p99: number;
  due99: number;
}

/** Puts what the load generator had answered beside what SES received. Throws when a mail is missing. */
export function waitsOf(answers: readonly SteadyAnswer[], receipts: readonly Receipt[]): Waits {
  const received = new Map(receipts);
  const times = answers.map(({ body, dueAt, answeredAt }) => {
    const { id } = JSON.parse(body) as { id: string };
    const at = received.get(id);
    if (at === undefined) throw new Error(`SES never received ${id}`);
    // A mail may be at SES before its sender has read the 202.
    return { accepted: Math.max(0, at - answeredAt), due: at - dueAt };
  });
  const accepted = times.map((time) => time.accepted);
  const due = times.map((time) => time.due);
  return { p50: percentile(accepted, 0.5), p99: percentile(accepted, 0.99), due99: percentile(due, 0.99) };
}
