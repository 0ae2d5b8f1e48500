import type { OperatorAccount } from "./answers";

/** What is over: a suspension, or the pause of a key or template. */
export interface Past {
  id: string;
  kind: "suspension" | "pause";
  reason: string;
  note: string | null;
  begun: string;
  ended: string | null;
  by: string | null;
}

/** Both kinds together, the latest first. */
export function historyOf({ suspensions, pauses }: OperatorAccount["history"]): Past[] {
  const past: Past[] = [
    ...suspensions.map(({ id, reason, note, created_at, lifted_at, lifted_by }) => ({
      ...{ id, kind: "suspension" as const, reason, note },
      ...{ begun: created_at, ended: lifted_at, by: lifted_by },
    })),
    ...pauses.map(({ id, reason, created_at, resumed_at, resumed_by }) => ({
      ...{ id, kind: "pause" as const, reason, note: null },
      ...{ begun: created_at, ended: resumed_at, by: resumed_by },
    })),
  ];
  return past.sort((a, b) => (a.begun < b.begun ? 1 : -1));
}
