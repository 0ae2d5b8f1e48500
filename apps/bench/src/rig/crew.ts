import { logged, type Program } from "./program";
import type { Rig } from "./rig";

/** Everything but the API. */
const FILES = {
  "send-worker": "worker/dist/send.js",
  "webhook-worker": "worker/dist/deliver.js",
  "events-worker": "worker/dist/ingest.js",
  scheduler: "worker/dist/schedule.js",
} as const;

export type Member = keyof typeof FILES;

export interface Crew {
  members: Map<Member, Program>;
  /** Never resolves; rejects when one of them ends by itself. */
  diedEarly: Promise<never>;
  end(): Promise<void>;
}

export const EVERYONE = Object.keys(FILES) as Member[];

/** Starts one of each, and waits until they are at work. */
export async function startCrew(
  rig: Rig,
  names: readonly Member[] = EVERYONE,
  extra: Record<string, string> = {},
): Promise<Crew> {
  const members = new Map(names.map((name) => [name, rig.start(name, FILES[name], extra)]));
  await Promise.all([...members.values()].map((program) => logged(program, "ready")));
  const diedEarly = Promise.race([...members.values()].map((program) => program.diedEarly));
  diedEarly.catch(() => undefined);
  return {
    members,
    diedEarly,
    end: async () => {
      await Promise.all([...members.values()].map((program) => program.end()));
    },
  };
}
