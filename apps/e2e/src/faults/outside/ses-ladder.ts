import type { AcceptedMessage } from "@sendex/sdk/generated/api";
import { percentile } from "@sendex/kit/statistics";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { copiesOf, sendMany, toldBy, untilTold } from "./count";
import { inParallel, missing, onStack, type Shown } from "./scene";

/** A day of the longer ladder in 87 s, five delays of the shorter one in 28 s. SES takes nothing here, so no outcome can be unknown. */
const SCALE = 0.001;
const WITHIN_MS = 240_000;
/** Each message of the longer ladder costs 54 calls. */
const SENDEX_SHARE = 20;
/** `at` is before the call, and `retryAt` counts from its answer. */
const CALL_MS = 2_000;

/** The two products' tables in seconds, written out here so that a slip in the code's own cannot agree with itself. */
const LADDERS = {
  sendex: [30, 60, 120, 240, 480, 960, ...Array.from({ length: 47 }, () => 1_800)],
  sendarix: [30, 300, 1_800, 7_200, 18_000],
};

/** Row 12: SES says 500 as long as the ladder lasts. */
export const sesLadder: Fault = {
  row: "12",
  fault: "SES 500 for the whole ladder (scaled clock)",
  target: "exact delay table, one final webhook",
  messages: 1_000,
  run: (messages) => onStack({ retryTimeScale: SCALE }, (stack) => climb(stack, messages)),
};

async function climb(stack: Stack, messages: number): Promise<Shown> {
  await stack.sandbox.fault({ operation: "SendRawEmail", error: "InternalFailure" });
  const sendex = await sendMany(stack, Math.max(1, Math.round(messages / SENDEX_SHARE)));
  const sendarix = await sendOnSendarix(stack, messages - sendex.length);
  const left = [
    ...(await untilTold(stack, sendarix, "email.bounced", WITHIN_MS)),
    ...(await untilTold(stack, sendex, "email.failed", WITHIN_MS)),
  ];
  const [short, long] = [
    await readLadders(stack, sendarix, "sendarix"),
    await readLadders(stack, sendex, "sendex"),
  ];
  const told = toldBy(stack);
  const once = (id: string, final: string, others: string[]) =>
    told.of(id, final).size === 1 && others.every((event) => told.of(id, event).size === 0);
  const finals =
    sendarix.filter((id) => once(id, "email.bounced", ["email.failed", "email.sent"])).length +
    sendex.filter((id) => once(id, "email.failed", ["email.bounced", "email.sent"])).length;
  const copies = await copiesOf(stack);
  const wrong = [...short.wrong, ...long.wrong];
  return {
    messages,
    lost: left.length,
    notes: [
      `scale ${SCALE}: ${sendarix.length} × ${LADDERS.sendarix.length + 1} attempts, ${sendex.length} × ${LADDERS.sendex.length + 1}`,
      `calls after their time p99 ${Math.round(percentile([...short.late, ...long.late], 0.99))} ms`,
    ],
    misses: missing({
      [`${wrong.length} delays are not the table's, the first: ${wrong[0]}`]: wrong.length === 0,
      [`${messages - finals} messages have not exactly one final webhook`]: finals === messages,
      [`SES accepted ${copies.size} of them`]: copies.size === 0,
    }),
  };
}

async function sendOnSendarix(stack: Stack, count: number): Promise<string[]> {
  const body = { recipient: "late@example.com", subject: "s", text: "t" };
  return inParallel(Array.from({ length: count }), 16, async () => {
    const answer = await stack.tenant.client.call<AcceptedMessage>("POST", "/v1/messages", body);
    if (answer.status !== 202) throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body.message_id;
  });
}

interface Ladders {
  wrong: string[];
  /** How long after its planned time each attempt began, ms. */
  late: number[];
}

interface Entry {
  type: string;
  at: string;
  retry_at?: string;
}

/** Compares what each timeline says of its attempts with the table. */
async function readLadders(stack: Stack, ids: string[], ladder: "sendex" | "sendarix"): Promise<Ladders> {
  const delays = LADDERS[ladder].map((seconds) => Math.round(seconds * 1_000 * SCALE));
  const parts = await inParallel(ids, 8, async (id): Promise<Ladders> => {
    const { events } = await stack.tenant.client.email(id);
    const attempts = events.filter(({ type }: Entry) => type === "attempt");
    // On Sendarix an entry beside each attempt was written with the delay's own beginning.
    const deferred = events.filter(({ type }: Entry) => type === "deferred");
    return compare(id, delays, attempts, deferred);
  });
  return { wrong: parts.flatMap(({ wrong }) => wrong), late: parts.flatMap(({ late }) => late) };
}

function compare(id: string, delays: number[], attempts: Entry[], deferred: Entry[]): Ladders {
  const wrong: string[] = [];
  const late: number[] = [];
  if (attempts.length !== delays.length + 1) wrong.push(`${id} has ${attempts.length} attempts`);
  delays.forEach((delay, step) => {
    const [attempt, next, entry] = [attempts[step], attempts[step + 1], deferred[step]];
    if (!attempt || !next) return;
    const planned = Date.parse(attempt.retry_at ?? "");
    const said = planned - Date.parse((entry ?? attempt).at);
    const exact = entry ? said === delay : said >= delay && said <= delay + CALL_MS;
    const after = Date.parse(next.at) - planned;
    if (!exact || after < 0)
      wrong.push(`${id} step ${step + 1}: ${said} ms for ${delay}, began ${after} ms after`);
    late.push(after);
  });
  const last = attempts.at(-1);
  if (last?.retry_at !== undefined) wrong.push(`${id} plans a retry after its last attempt`);
  return { wrong, late };
}
