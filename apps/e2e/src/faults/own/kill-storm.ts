import { randomInt } from "node:crypto";
import type { Stack, Tenant } from "../../stack";
import { count } from "../judge";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { sum } from "../sum";
import { untilTold } from "../told";
import { pause } from "../wait";

const SLOTS = 10;
/** So slow that a worker's slots are busy with calls when it dies, half of them before SES's yes and half after. */
const SES_MS = 200;
/** Killing ends with the backlog or after this, whichever comes first: two such storms are a minute and a half. */
const STORM_MS = 45_000;
/** Workers that live and die beside each other. */
const WORKERS = 2;
const LIFE_MS = [50, 600] as const;
const TOLD_MS = 120_000;

export const killStorm: Fault = {
  row: "4x",
  fault: "send worker killed at any moment, again and again",
  target: "dup 0 with SES's events, or with policy `fail`; without both, the named window",
  messages: 2000,
  async run(messages) {
    const share = Math.ceil(messages / 2);
    const env = { SEND_CONCURRENCY: String(SLOTS) };
    const withEvents = await onStack({ env }, (stack) => storm(stack, share, true));
    const without = await onStack({ env: { ...env, SES_CONFIG_SET: "" } }, (stack) =>
      storm(stack, share, false),
    );
    return sum([withEvents, without]);
  },
};

/** Two accounts, one for each policy, share the workers that are killed. */
async function storm(stack: Stack, messages: number, events: boolean): Promise<Figures> {
  const cautious = await openCautious(stack);
  await stack.stop("send-worker");
  await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: SES_MS, rate: 0.5 });
  await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: SES_MS, when: "after" });
  const share = Math.ceil(messages / 2);
  const [resent, failed] = await Promise.all([
    stack.tenant.client.sendMany(share),
    cautious.client.sendMany(share),
  ]);
  const kills = await killUntil(stack, messages);
  await stack.sandbox.clearFaults();
  const since = performance.now();
  await stack.start("send-worker");
  const parts = [
    await judgeAccount(stack, { tenant: stack.tenant, ids: resent, events, policy: "resend", kills }),
    await judgeAccount(stack, { tenant: cautious, ids: failed, events, policy: "fail", kills }),
  ];
  return { ...sum(parts), seconds: (performance.now() - since) / 1000 };
}

async function openCautious(stack: Stack): Promise<Tenant> {
  const tenant = await stack.createAccount();
  await stack.database.rows("UPDATE accounts SET unknown_policy = 'fail' WHERE id = $1", [tenant.accountId]);
  await tenant.client.webhook(`${stack.receiver.url}/`);
  return tenant;
}

/** → how many workers died, each at some moment of its first half second. */
async function killUntil(stack: Stack, messages: number): Promise<number> {
  const deadline = performance.now() + STORM_MS;
  let kills = 0;
  const isOver = async () => performance.now() > deadline || (await stack.sandbox.accepted()) >= messages;
  const loop = async (): Promise<void> => {
    while (!(await isOver())) {
      const worker = await stack.add("send-worker");
      await pause(randomInt(...LIFE_MS) / 1000);
      worker.signal("SIGKILL");
      await worker.exited;
      kills += 1;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, loop));
  return kills;
}

interface AccountCase {
  tenant: Tenant;
  ids: readonly string[];
  events: boolean;
  policy: "resend" | "fail";
  kills: number;
}

async function judgeAccount(stack: Stack, given: AccountCase): Promise<Figures> {
  const { tenant, ids, events, policy, kills } = given;
  const told = await untilTold(stack, ids, { patience: TOLD_MS, withoutEvents: !events });
  const ledger = (await stack.sandbox.ledger()).filter(
    ({ tags }) => tags["sendex-account"] === tenant.accountId,
  );
  const { lost, duplicated, toldTwice } = count(ledger, told, ids, !events);
  const taken = new Set(ledger.map(({ tags }) => tags["sendex-message"]));
  const wrongly = ids.filter((id) => taken.has(id) && [...told.about(id).values()].includes("email.failed"));
  // Without evidence and asked to resend, a copy is what the account chose.
  const chosen = !events && policy === "resend";
  const perThousand = ((duplicated * 1000) / Math.max(1, kills)).toFixed(0);
  return {
    messages: ids.length,
    lost,
    duplicated: chosen ? 0 : duplicated,
    notes: [
      `${events ? "with" : "without"} events, ${policy}: ${perThousand} copies per 1,000 kills (${duplicated} in ${kills})`,
      ...(wrongly.length > 0 ? [`${wrongly.length} told as failed that SES had taken`] : []),
    ],
    misses: [
      ...(lost > 0 ? [`${lost} lost (${policy})`] : []),
      ...(duplicated > 0 && !chosen ? [`${duplicated} sent more than once (${policy})`] : []),
      ...(toldTwice > 0 ? [`${toldTwice} events told under two webhook ids (${policy})`] : []),
      ...(kills === 0 ? ["no worker was killed"] : []),
    ],
  };
}
