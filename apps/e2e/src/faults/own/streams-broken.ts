import { streamEvents } from "@sendex/sdk/events";
import { eventually } from "../../eventually";
import type { Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";
import { untilTold } from "../told";
import { untilAccepted } from "../wait";

const READERS = 3;
const KILLS = 3;
const WITHIN = 30;
const PATIENCE_MS = 60_000;

export const streamsBroken: Fault = {
  row: "41",
  fault: "kill -9 API and FLUSHALL while event streams are read",
  target: `each reader gets every event that a webhook told, ≤ ${WITHIN} s`,
  messages: 1000,
  run: (messages) => onStack({}, (stack) => breakStreams(stack, messages)),
};

async function breakStreams(stack: Stack, messages: number): Promise<Figures> {
  const readers = Array.from({ length: READERS }, () => openReader(stack));
  try {
    // A stream begins with what happens next: until it has given something there is no place to go on from.
    const first = await untilReading(stack, readers);
    const { finished } = startLoad(stack, { messages, again: true });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await untilAccepted(stack, first.length + Math.floor((messages * kill) / (KILLS + 2)));
      await stack.kill("api", "SIGKILL");
      if (kill === 2) await stack.redis.flush();
      await stack.start("api");
    }
    const since = performance.now();
    const ids = [...first, ...idsOf(await finished)];
    const told = await untilTold(stack, ids, { patience: PATIENCE_MS });
    const events = ids.flatMap((id) => [...told.about(id).keys()]);
    const unread = () => readers.map(({ read }) => events.filter((id) => !read.has(id)).length);
    await eventually(
      async () => {
        if (unread().some((count) => count > 0)) throw new Error(`unread: ${unread().join(", ")}`);
      },
      { within: PATIENCE_MS },
    ).catch(() => undefined);
    const seconds = (performance.now() - since) / 1000;
    const left = unread();
    const figures = await judge(stack, {
      ids,
      notes: [`${KILLS} kills, ${READERS} readers, ${events.length} events`],
      misses: [
        ...(ids.length < messages + first.length ? ["not all were answered 202"] : []),
        ...(left.some((count) => count > 0) ? [`${left.join(", ")} events were not read`] : []),
      ],
    });
    const late = seconds > WITHIN ? [`${seconds.toFixed(1)} s instead of ${WITHIN} s`] : [];
    return { ...figures, seconds, late: [...(figures.late ?? []), ...late] };
  } finally {
    for (const reader of readers) await reader.close();
  }
}

interface Reader {
  /** Ids of what it was given. */
  read: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Reads by our own client, which connects again by itself. */
function openReader({ apiUrl, tenant }: Stack): Reader {
  const stop = new AbortController();
  const read = new Set<string>();
  const connection = { apiKey: tenant.apiKeys.full, baseUrl: apiUrl };
  const done = (async () => {
    for await (const { id } of streamEvents(connection, { signal: stop.signal })) read.add(id);
  })();
  return {
    read,
    async close() {
      stop.abort();
      await done;
    },
  };
}

/** Sends until every reader was given something. → the ids */
async function untilReading({ tenant }: Stack, readers: readonly Reader[]): Promise<string[]> {
  const ids: string[] = [];
  await eventually(async () => {
    ids.push(await tenant.client.send({ to: `first-${ids.length}@example.com` }));
    if (readers.some(({ read }) => read.size === 0)) throw new Error("a stream gives nothing");
  });
  return ids;
}
