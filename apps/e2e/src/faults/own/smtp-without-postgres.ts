import { setTimeout as sleep } from "node:timers/promises";
import { onStack } from "../on-stack";
import { DRILL, type Drill, type Fault, type Figures } from "../row";
import type { Stack } from "../../stack";
import { handAll, type Heard, judge, untilTaken } from "./smtp-trouble";

/** Row 48: a mail that cannot be kept is not taken. */
export const smtpWithoutPostgres: Fault = {
  row: "48",
  fault: "PostgreSQL away while programs hand mail over by SMTP",
  target: "4xx while it is away, never a false 250; each mail goes out once",
  messages: 500,
  run: (messages, drill) =>
    onStack({ smtp: true, proxied: true }, (stack) => withoutPostgres(stack, messages, drill)),
};

async function withoutPostgres(
  stack: Stack,
  messages: number,
  { outageSeconds }: Drill = DRILL,
): Promise<Figures> {
  const since = performance.now();
  const heard: Heard = { done: 0, replies: new Map() };
  const all = handAll(stack, messages, heard);
  await untilTaken(heard, messages / 4);
  await stack.proxies?.postgres.cut();
  // What was on its way when the line was cut may still have had its answer.
  await sleep(1_000);
  const before = heard.done;
  await sleep(outageSeconds * 1_000);
  const false250s = heard.done - before;
  await stack.proxies?.postgres.mend();
  await all;
  const judged = await judge(stack, messages, heard);
  const seconds = (performance.now() - since) / 1000;
  const put = [...heard.replies].filter(([reply]) => reply.startsWith("4")).length;
  const misses = [
    ...(false250s > 0 ? [`${false250s} were answered 250 while PostgreSQL was away`] : []),
    ...(put === 0 ? ["nothing was answered 4xx"] : []),
    ...[...heard.replies.keys()]
      .filter((reply) => reply === "421" || reply.startsWith("5"))
      .map((reply) => `answered ${reply}`),
  ];
  return { ...judged, seconds, misses };
}
