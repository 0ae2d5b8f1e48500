import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { sendMany, settleDelivered } from "./count";
import { missing, onStack, type Shown } from "./scene";

/** What a new SES account may send in a second. */
const CAP = 14;
const LEAST_USED = 0.9;
const MOST_REFUSED = 0.05;
const SLACK_MS = 60_000;

/** Row 13: SES takes 14 a second and refuses what is over it. */
export const sesRate: Fault = {
  row: "13",
  fault: "SES rate cap at 14/s",
  target: "≥ 90 % of the cap used, < 5 % refused",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => squeeze(stack, messages)),
};

async function squeeze(stack: Stack, messages: number): Promise<Shown> {
  // A worker asks for its rate as it starts, and then once a minute.
  await stack.stop("send-worker");
  await stack.sandbox.quota({ maxSendRate: CAP });
  await stack.start("send-worker");
  const ids = await sendMany(stack, messages);
  const settled = await settleDelivered(stack, ids, (messages / CAP) * 2_000 + SLACK_MS);
  const times = (await stack.sandbox.ledger()).map(({ at }) => Date.parse(at));
  const seconds = (Math.max(...times) - Math.min(...times)) / 1_000;
  const used = (times.length - 1) / seconds / CAP;
  const { refused } = await stack.sandbox.quota();
  const share = refused / (refused + times.length);
  return {
    messages,
    ...settled,
    notes: [
      `${(used * 100).toFixed(1)} % of the cap used in ${seconds.toFixed(0)} s`,
      `${(share * 100).toFixed(1)} % refused`,
    ],
    misses: missing({
      "less than 90 % of the cap was used": used >= LEAST_USED,
      "5 % or more were refused": share < MOST_REFUSED,
      "not all were sent once": settled.lost === 0 && settled.duplicated === 0,
    }),
  };
}
