import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../../eventually";
import { make } from "../../pages/make";
import type { LedgerLine } from "../../sandbox";
import type { Stack } from "../../stack";
import { onStack } from "../on-stack";
import { type PostgresProcess, startPostgresProcess } from "../own-postgres";
import { type RedisProcess, startRedisProcess } from "../own-redis";
import type { Fault, Figures } from "../row";
import {
  addressOf,
  mailsToContacts,
  makeReaders,
  PATIENCE_MS,
  type Seen,
  untilOver,
  untilTaken,
} from "./contacts";

/** Contacts for each of a row's messages; a few thousand at least, so that it is not over before the last kill. */
const CONTACTS = 10;
/** One contact in so many leaves while it goes out. */
const LEAVES_EVERY = 200;
/** From the commit of a pause to the last mail at SES. */
const PAUSED_WITHIN_MS = 2_000;
/** What is begun when a pause or a leaving is committed may reach SES so much later: a claim before it, and its call. */
const CLAIMED_MS = 2_000;
/** What is away for a moment is back by then. */
const ACT_MS = 30_000;

interface Servers {
  postgres?: PostgresProcess;
  redis?: RedisProcess;
}

/** Row 44: a broadcast's contacts get it once each, and who left meanwhile does not. */
export const broadcastKilled: Fault = {
  row: "44",
  fault: "send worker, scheduler, Redis, PostgreSQL killed twice each during a broadcast",
  target: "each contact once; none after leaving; paused within 2 s",
  messages: 1000,
  run(messages) {
    const servers: Servers = {};
    const openDatabase = async () => (servers.postgres = await startPostgresProcess());
    const openRedis = async () => (servers.redis = await startRedisProcess());
    return onStack({ openDatabase, openRedis, retryTimeScale: 1 }, (stack) =>
      killSending(stack, servers, messages * CONTACTS),
    );
  },
};

async function killSending(stack: Stack, servers: Servers, contacts: number): Promise<Figures> {
  const { client, domain } = stack.tenant;
  const segment = await makeReaders(stack, contacts);
  await stack.stop("scheduler");
  const id = await make(client, "/api/v1/broadcasts", {
    ...{ name: "News", segment_id: segment, from: `news@${domain}`, subject: "Hi {{ first_name }}" },
    ...{ html: "<p>Hello {{{contact.first_name|there}}}</p>", send: true },
  });
  const since = performance.now();
  await stack.startToFail("scheduler", "broadcast:before-commit:2");
  await stack.startToFail("scheduler", "broadcast:after-commit:2");
  await stack.start("scheduler");
  await stack.add("scheduler");
  const left = leaveWhileItGoes(stack, contacts);
  const pausedLate = await strike(stack, servers, { id, contacts });
  const state = await untilOver(stack, id);
  const seconds = (performance.now() - since) / 1000;
  return judgeLedger(stack, { contacts, state, pausedLate, left: await left, seconds });
}

/** By the API, spread over the broadcast from its end to its beginning. → when each had left, by address */
async function leaveWhileItGoes(stack: Stack, contacts: number): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  for (let n = contacts; n > 0; n -= LEAVES_EVERY) {
    const address = addressOf(n);
    await eventually(
      async () => {
        const { status } = await stack.tenant.client.call("PATCH", `/api/v1/contacts/${address}`, {
          unsubscribed: true,
        });
        if (status !== 200) throw new Error(`${address} could not leave: ${status}`);
      },
      { within: PATIENCE_MS },
    );
    left.set(address, Date.now());
  }
  return left;
}

/** Each dies twice, at parts of the way; a pause in between. → how long after the pause the last mail came, in ms */
async function strike(
  stack: Stack,
  { postgres, redis }: Servers,
  { id, contacts }: { id: string; contacts: number },
): Promise<number> {
  const until = (part: number) => untilTaken(stack, contacts * part);
  let pausedLate = 0;
  for (const part of [0.1, 0.5]) {
    await until(part);
    await stack.kill("send-worker", "SIGKILL");
    await stack.start("send-worker");
    await until(part + 0.1);
    await stack.kill("scheduler", "SIGKILL");
    await stack.start("scheduler");
    await until(part + 0.15);
    await redis?.restartEmpty();
    await until(part + 0.2);
    await postgres?.server.kill("SIGQUIT");
    await postgres?.server.start();
    if (part === 0.1) pausedLate = await pauseForAWhile(stack, id);
  }
  return pausedLate;
}

async function pauseForAWhile(stack: Stack, id: string): Promise<number> {
  await act(stack, id, "pause");
  const pausedAt = Date.now();
  await sleep(2 * PAUSED_WITHIN_MS);
  const last = Math.max(0, ...(await stack.sandbox.ledger()).map(({ at }) => Date.parse(at)));
  await act(stack, id, "resume");
  return Math.max(0, last - pausedAt);
}

async function act(stack: Stack, id: string, name: string): Promise<void> {
  await eventually(
    async () => {
      const { status, text } = await stack.tenant.client.call("POST", `/api/v1/broadcasts/${id}/${name}`);
      if (status !== 200) throw new Error(`${name} answered ${status}: ${text}`);
    },
    { within: ACT_MS },
  );
}

interface Evidence {
  contacts: number;
  state: Seen;
  pausedLate: number;
  left: Map<string, number>;
  seconds: number;
}

async function judgeLedger(
  stack: Stack,
  { contacts, state, pausedLate, left, seconds }: Evidence,
): Promise<Figures> {
  const lines = await mailsToContacts(stack);
  const copies = new Map<string, number>();
  for (const { to } of lines) copies.set(to[0] ?? "", (copies.get(to[0] ?? "") ?? 0) + 1);
  const missed = Array.from({ length: contacts }, (_, n) => addressOf(n + 1)).filter(
    (address) => !copies.has(address) && !left.has(address),
  );
  const after = lines.filter((line) => isAfterLeaving(line, left)).length;
  const looked = state.mails + state.skipped;
  return {
    messages: contacts,
    lost: missed.length,
    duplicated: lines.length - copies.size,
    seconds,
    notes: [
      `${(contacts / seconds).toFixed(0)} contacts a second`,
      `${left.size} left meanwhile, ${state.skipped} of them before their window`,
      `last mail ${pausedLate} ms after the pause`,
    ],
    misses: [
      ...(after > 0 ? [`${after} were written to after they had left`] : []),
      ...(looked === contacts ? [] : [`${looked} of ${contacts} contacts were looked at`]),
    ],
    late: pausedLate > PAUSED_WITHIN_MS ? [`paused after ${pausedLate} ms`] : [],
  };
}

function isAfterLeaving({ to, at }: LedgerLine, left: Map<string, number>): boolean {
  const leftAt = left.get(to[0] ?? "");
  return leftAt !== undefined && Date.parse(at) > leftAt + CLAIMED_MS;
}
