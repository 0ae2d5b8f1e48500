import { plain } from "@sendex/data/database/pools";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { rollUpMetrics } from "@sendex/data/analytics/roll-up";
import { seedAccount } from "@sendex/testing/accounts";
import { type Drive, driveOver, openDrive, post } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import fc from "fast-check";

const BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/142.0.0.0 Safari/537.36";

/** The clocks of Berlin and Lord Howe change in the days after it. */
export const START = new Date("2026-10-02T09:17:00Z");

const SAID = {
  ...EVENTS,
  undetermined: ["Bounce", { bounce: { bounceType: "Undetermined" } }],
  clicked: ["Click", { click: { link: "https://a.example/", userAgent: BROWSER } }],
  read: ["Open", { open: { userAgent: BROWSER } }],
  prefetched: ["Open", { open: { userAgent: "Mozilla/5.0" } }],
  scanned: ["Click", { click: { link: "https://a.example/", userAgent: "python-requests/2.32" } }],
  left: ["Subscription", { subscription: { newTopicPreferences: { unsubscribeAll: true } } }],
} as const satisfies Record<string, readonly [string, Record<string, unknown>]>;
type Said = keyof typeof SAID;
const WORDS = Object.keys(SAID).filter((word): word is Said => word in SAID);

export type Act =
  | {
      act: "post";
      tags: readonly string[];
      priority: "critical" | "bulk";
      template: string;
      to: string[];
      later: number;
    }
  | { act: "send"; refused: boolean }
  | { act: "hear"; of: number; n: number; words: Said[] }
  | { act: "wait"; minutes: number }
  | { act: "count"; most: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant("post" as const),
    tags: fc.uniqueArray(fc.constantFrom("red", "green", "blue"), { maxLength: 2 }),
    priority: fc.constantFrom("critical" as const, "bulk" as const),
    template: fc.constantFrom("", "tpl_a", "tpl_b"),
    to: fc.uniqueArray(fc.constantFrom("gmail.example", "corp.example", "other.example"), { minLength: 1 }),
    later: fc.constantFrom(0, 0, 0, 90),
  }),
  fc.record({ act: fc.constant("send" as const), refused: fc.boolean() }),
  fc.record({
    act: fc.constant("hear" as const),
    of: fc.nat(),
    n: fc.nat(),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ act: fc.constant("wait" as const), minutes: fc.constantFrom(1, 14, 45, 400, 900) }),
  fc.record({ act: fc.constant("count" as const), most: fc.integer({ min: 1, max: 5 }) }),
);

export const POST = {
  act: "post",
  priority: "bulk",
  template: "tpl_a",
  tags: ["red", "green"],
  later: 0,
} as const;
export const SEND = { act: "send", refused: false } as const;

/** Each measure at least once. */
export const EVERYTHING: Act[] = [
  { ...POST, tags: ["red", "green"], to: ["gmail.example", "corp.example"] },
  SEND,
  { act: "wait", minutes: 14 },
  {
    act: "hear",
    of: 0,
    n: 0,
    words: ["delivered", "read", "read", "prefetched", "clicked", "clicked", "scanned"],
  },
  { act: "hear", of: 0, n: 1, words: ["deferred", "softBounced", "undetermined"] },
  { act: "wait", minutes: 45 },
  { act: "hear", of: 0, n: 0, words: ["read", "left", "complained"] },
  { act: "count", most: 5 },
  { ...POST, tags: [], to: ["other.example"] },
  { act: "send", refused: true },
  { ...POST, tags: ["blue"], to: ["other.example"], later: 90 },
  { act: "wait", minutes: 400 },
  SEND,
  { act: "hear", of: 2, n: 0, words: ["bounced"] },
  { ...POST, tags: [], to: ["other.example"] },
  SEND,
];

/** An open that is told, and counted, before the sending is written down. */
export const OVERTAKEN: Act[] = [
  { ...POST, tags: [], to: ["gmail.example"] },
  { act: "hear", of: 0, n: 0, words: ["prefetched"] },
  { act: "count", most: 5 },
  { act: "wait", minutes: 400 },
  SEND,
];

export interface Posted {
  id: string;
  to: string[];
}

/** Recipients are told apart by their address's domain. Goes on with what was posted before. */
export async function play(drive: Drive, history: Act[], posted: Posted[] = []): Promise<void> {
  const { clock, world, context } = drive.test;
  for (const step of history) {
    if (step.act === "post") {
      const to = step.to.map((domain) => ({ address: `someone@${domain}` }));
      const later = new Date(clock.now().getTime() + step.later * 60_000);
      const id = await post(drive, {
        to,
        tags: step.tags.map((value) => ({ name: "colour", value })),
        priority: step.priority,
        ...(step.template && { template: { id: step.template, version: 1 } }),
        ...(step.later > 0 && { scheduledAt: later }),
      });
      if (step.template === "tpl_b") await ofBroadcast(drive, id);
      posted.push({ id, to: to.map(({ address }) => address) });
    }
    if (step.act === "send") {
      if (step.refused) world.sesAnswers.push({ kind: "rejected", code: "MessageRejected", detail: "no" });
      await sendDue(drive);
      world.sesAnswers.splice(0);
    }
    if (step.act === "hear") await hearOf(drive, posted, step);
    if (step.act === "wait") clock.advance(step.minutes * 60_000);
    if (step.act === "count") await rollUpMetrics(context.data, step.most);
  }
}

/** Before anything is counted of it: a history's mail is posted call by call. */
async function ofBroadcast({ test }: Drive, id: string): Promise<void> {
  await plain(test.context.data).query("UPDATE messages SET broadcast_id = 'bc_a' WHERE id = $1", [id]);
}

async function hearOf(
  drive: Drive,
  posted: Posted[],
  { of, n: ordinal, words }: Extract<Act, { act: "hear" }>,
): Promise<void> {
  const about = posted[of % Math.max(1, posted.length)];
  if (!about) return;
  const n = ordinal % about.to.length;
  const said = words.map((word) => {
    const [type, body] = SAID[word];
    const address = about.to[n] ?? "";
    return sesEvent(drive, { id: about.id, n, address }, type, readdressed(body, address));
  });
  await hear(drive, said);
}

/** The samples name one address. */
function readdressed(body: Record<string, unknown>, address: string): Record<string, unknown> {
  const text = JSON.stringify(body).replaceAll("someone@example.com", address);
  return { ...body, ...JSON.parse(text) };
}

export const HISTORY = fc.array(acts, { minLength: 20, maxLength: 45 });
/** More than any history takes. */
export const WHOLE = { from: new Date("2026-10-01T00:00Z"), to: new Date("2026-11-15T00:00Z") };

/** A drive whose recipients' providers are known. */
export async function openHistories(): Promise<Drive> {
  const drive = await openDrive({ now: START });
  await ensurePartitions(drive.test.context.data, START);
  drive.test.world.providers.set("gmail.example", "google").set("corp.example", "microsoft");
  return drive;
}

/** An account of its own, at the beginning. */
export async function begin({ test }: Drive): Promise<Drive> {
  test.clock.set(START);
  return driveOver(test, await seedAccount(test.context));
}
