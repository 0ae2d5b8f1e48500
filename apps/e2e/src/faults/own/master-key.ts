import { randomBytes } from "node:crypto";
import { runMain } from "../../child";
import { PROCESSES, type Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import { missesOf, restart, type Restart } from "../restart";
import type { Fault, Figures } from "../row";

const PER_SECOND = 20;
/** Of the messages, those that wait from before the rotation until after it. */
const WAITING_PART = 0.1;
/** None of them is due before the test says so. */
const AHEAD_MS = 60 * 60_000;
const TEXT = "Sealed under the first key.";

export const masterKeyRotated: Fault = {
  row: "34",
  fault: "master key rotated under load, the old one dropped",
  target: "0 failures; what was accepted before is read and sent after",
  messages: 1000,
  run: (messages) => onStack({}, (stack) => rotate(stack, messages)),
};

/** The procedure of docs/operations.md, step by step: new key second, first, rotate, old key dropped. */
async function rotate(stack: Stack, messages: number): Promise<Figures> {
  const { client } = stack.tenant;
  const waits = Math.ceil(messages * WAITING_PART);
  const scheduled_at = new Date(Date.now() + AHEAD_MS).toISOString();
  const before = await client.sendMany(messages - waits, { text: TEXT });
  const waiting = await client.sendMany(waits, { text: TEXT, scheduled_at });
  const former = stack.env["ENCRYPTION_KEYS"] ?? "";
  const next = `next:${randomBytes(32).toString("base64")}`;
  const load = startLoad(stack, { messages: Infinity, perSecond: PER_SECOND, again: true });
  const restarts: Restart[] = [];
  const rotations: Rotation[] = [];
  try {
    restarts.push(...(await configure(stack, `${former},${next}`)));
    restarts.push(...(await configure(stack, `${next},${former}`)));
    rotations.push(await rotateKeys(stack), await rotateKeys(stack));
    restarts.push(...(await configure(stack, next)));
  } finally {
    load.stop();
  }
  const since = performance.now();
  const posted = await load.finished;
  const unread = await unreadable(stack, [...before, ...waiting]);
  for (const id of waiting) await sendNow(stack, id);
  return judge(stack, {
    ids: [...before, ...waiting, ...idsOf(posted)],
    since,
    notes: [`${rotations[0]?.rewrapped ?? 0} data keys wrapped anew`, `${waits} waited meanwhile`],
    misses: [
      ...missesOf(posted, restarts),
      ...rotationMisses(rotations),
      ...(unread > 0 ? [`${unread} accepted before cannot be read after`] : []),
    ],
  });
}

interface Rotation {
  rewrapped: number;
  unreadable: string[];
  stillInUse: string[];
}

async function rotateKeys(stack: Stack): Promise<Rotation> {
  return JSON.parse(
    await runMain("apps/operator/dist/main.js", ["master-key", "rotate", "--json"], stack.env),
  );
}

function rotationMisses([first, second]: Rotation[]): string[] {
  return [
    ...(first?.rewrapped ? [] : ["the rotation wrapped nothing anew"]),
    ...(first?.unreadable.length === 0 ? [] : ["a data key could not be opened"]),
    ...(first?.stillInUse.length === 0 ? [] : ["the old key was still in use after the rotation"]),
    ...(second?.rewrapped === 0 ? [] : ["the second rotation found something to do"]),
  ];
}

/** Every process anew, one after the other, with these keys. */
async function configure(stack: Stack, keys: string): Promise<Restart[]> {
  stack.env["ENCRYPTION_KEYS"] = keys;
  const restarts: Restart[] = [];
  for (const name of PROCESSES) restarts.push(await restart(stack, name));
  return restarts;
}

async function unreadable(stack: Stack, ids: string[]): Promise<number> {
  let count = 0;
  for (const id of ids) count += (await stack.tenant.client.email(id)).text === TEXT ? 0 : 1;
  return count;
}

async function sendNow(stack: Stack, id: string): Promise<void> {
  const scheduled_at = new Date().toISOString();
  const { status } = await stack.tenant.client.call("PATCH", `/api/v1/emails/${id}`, { scheduled_at });
  if (status !== 200) throw new Error(`a scheduled message could not be sent now: ${status}`);
}
