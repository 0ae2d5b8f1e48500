import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { postRaw, type RawAnswer } from "./clients";
import { settleDelivered } from "./count";
import { missing, onStack, type Shown, until } from "./scene";
import { watchHealth } from "./watch-health";

const MB = 1024 * 1024;
/** A run that asks for hundreds of messages a row means small ones. */
const TWENTY = 20;
/** docs/contract.md: the largest body that is read. */
const BODY_BYTES = 50 * MB;
/** A file that fits through SES's 40 MB after two rounds of base64. */
const FILE_BYTES = 28_000_000;
/** What the socket buffers of both sides take while the answer is on its way. */
const UNREAD_BYTES = 16 * MB;
const HEALTH_MS = 250;
/** The budget for bodies (one of them at a time), what is made of it, and the process itself. */
const MOST_RSS_BYTES = 400 * MB;
const QUIET_MS = 5_000;
/** On a busy machine a call with 38 MB may outlast its limit, and is then settled after two minutes. */
const WITHIN_MS = 300_000;

/** Row 29: large bodies, and as many from people without a key. */
export const bodiesBig: Fault = {
  row: "29",
  fault: "twenty 50 MB bodies, and unauthenticated ones",
  target: "401 before reading; memory bounded; health p99 < 250 ms",
  messages: TWENTY,
  // Handing 38 MB to SES takes more of a lease than a scaled one has.
  run: (messages) => onStack({ retryTimeScale: 1 }, (stack) => flood(stack, Math.min(messages, TWENTY))),
};

async function flood(stack: Stack, messages: number): Promise<Shown> {
  const url = `${stack.apiUrl}/api/v1/emails`;
  const key = { authorization: `Bearer ${stack.tenant.apiKeys.full}` };
  const [files, html] = [withFile(stack), withHtml(stack)];
  const quiet = watchHealth(stack.apiUrl, stack.adminUrl("api"));
  await sleep(QUIET_MS);
  const before = await quiet.stop();
  const watch = watchHealth(stack.apiUrl, stack.adminUrl("api"));
  const strangers = await all(messages, () => postRaw(url, html, {}));
  // Half of them carry a file that can be sent, half a text that SES would not take.
  const ours = await all(messages, (i) => insist(() => postRaw(url, i % 2 === 0 ? files : html, key)));
  const health = await watch.stop();
  const accepted = ours.filter(({ status }) => status === 202).length;
  const refused = ours.filter(({ status }) => status === 413).length;
  const { lost, duplicated } = await untilSent(stack, accepted);
  const read = Math.max(...strangers.map(({ takenBytes }) => takenBytes));
  return {
    messages: accepted,
    lost,
    duplicated,
    notes: [
      `${accepted} accepted, ${refused} refused as too large for SES`,
      `health p99 ${Math.round(health.p99)} ms, worst ${Math.round(health.worst)} ms of ${health.count} (p99 before ${Math.round(before.p99)} ms)`,
      `RSS at most ${Math.round(health.maxRssBytes / MB)} MB`,
      `strangers were answered ${tally(strangers)}; at most ${(read / MB).toFixed(1)} MB of a body left its machine`,
    ],
    misses: missing({
      "an unauthenticated body was not answered 401": strangers.every(({ status }) => status === 401),
      "an unauthenticated body was read": read < UNREAD_BYTES,
      [`${messages - accepted - refused} bodies got neither 202 nor 413`]: accepted + refused === messages,
      [`the API took ${Math.round(health.maxRssBytes / MB)} MB`]: health.maxRssBytes < MOST_RSS_BYTES,
      [`health p99 was ${Math.round(health.p99)} ms`]: health.p99 < HEALTH_MS,
      [`${lost} never reached SES`]: lost === 0,
    }),
  };
}

/** → "401 × 19, 0 × 1" */
function tally(answers: readonly RawAnswer[]): string {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status} × ${count}`).join(", ");
}

function all(count: number, post: (i: number) => Promise<RawAnswer>): Promise<RawAnswer[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => post(i)));
}

/** A 503 says that there are too many large ones at once: to come again is what it asks for. */
async function insist(post: () => Promise<RawAnswer>): Promise<RawAnswer> {
  for (;;) {
    const answer = await post();
    if (answer.status !== 503) return answer;
  }
}

function mailOf(stack: Stack, fields: object): Buffer {
  const from = `shop@${stack.tenant.domain}`;
  return Buffer.from(JSON.stringify({ from, to: "big@example.com", subject: "s", ...fields }));
}

function withFile(stack: Stack): Buffer {
  const content = Buffer.alloc(FILE_BYTES, "file").toString("base64");
  return mailOf(stack, { text: "t", attachments: [{ filename: "a.bin", content }] });
}

/** All of it html: nothing in it can be lifted out before it is parsed. */
function withHtml(stack: Stack): Buffer {
  const frame = mailOf(stack, { html: "" }).length;
  return mailOf(stack, { html: "<p>x</p>".repeat(Math.floor((BODY_BYTES - frame) / 8)) });
}

async function untilSent(stack: Stack, accepted: number): Promise<{ lost: number; duplicated: number }> {
  const told = () =>
    new Set<string>(stack.receiver.requests("/").map(({ body }) => JSON.parse(body).data.id));
  // A message whose end was not told within this time is lost.
  await until(() => told().size >= accepted, WITHIN_MS);
  const ids = [...told()];
  const { lost, duplicated } = await settleDelivered(stack, ids, WITHIN_MS);
  return { lost: lost + Math.max(0, accepted - ids.length), duplicated };
}
