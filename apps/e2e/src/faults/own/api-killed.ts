import type { Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, type Posted, startLoad } from "../load";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";

/** Row 1's bound, in seconds: accepted and never enqueued is found by the scheduler. */
const FOUND_WITHIN = 10;
const CLIENTS = 10;

export const apiKilledAfterCommit: Fault = {
  row: "1",
  fault: "kill -9 API between commit and enqueue",
  target: `lost 0, ≤ ${FOUND_WITHIN} s`,
  messages: 1000,
  run: (messages) => onStack({}, (stack) => killedAfter(stack, messages)),
};

export const apiKilledBeforeCommit: Fault = {
  row: "2",
  fault: "kill -9 API before commit, client retries with its key",
  target: "sent once",
  messages: 1000,
  run: (messages) => onStack({}, (stack) => killedBefore(stack, messages)),
};

async function killedAfter(stack: Stack, messages: number): Promise<Figures> {
  const { posted, kills } = await postWhileKilling(stack, messages, "accept:after-commit");
  const figures = await judge(stack, { ids: idsOf(posted) });
  const orphans = posted.filter(({ tries }) => tries.at(-1)?.replayed);
  const seconds = await longestToSes(stack, posted);
  return {
    ...figures,
    seconds,
    notes: [
      `${kills} kills`,
      `${orphans.length} committed and never answered before the client's second try`,
    ],
    misses: [
      ...figures.misses,
      ...(orphans.length === 0 ? ["no message was committed and left unanswered"] : []),
      ...(posted.length < messages || idsOf(posted).length < messages ? ["not all were answered 202"] : []),
    ],
    late: seconds > FOUND_WITHIN ? [`${seconds.toFixed(1)} s instead of ${FOUND_WITHIN} s`] : [],
  };
}

async function killedBefore(stack: Stack, messages: number): Promise<Figures> {
  const { posted, kills } = await postWhileKilling(stack, messages, "accept:before-commit");
  const broken = posted.filter(({ tries }) => tries.some(({ status }) => status === 0));
  const figures = await judge(stack, {
    ids: idsOf(posted),
    notes: [`${kills} kills`, `${broken.length} posted again`],
    misses: [
      ...(broken.length === 0 ? ["no request was cut off"] : []),
      ...(idsOf(posted).length < messages ? ["not all were answered 202"] : []),
    ],
  });
  // By the address, not by our id: a message that was accepted twice would have two ids.
  const addresses = (await stack.sandbox.ledger()).flatMap(({ to }) => to);
  const twice = addresses.length - new Set(addresses).size;
  return {
    ...figures,
    duplicated: twice,
    misses: [...figures.misses, ...(twice > 0 ? [`${twice} sent twice`] : [])],
  };
}

/** Clients post, each message until it is answered 202, while the API dies at the fail-point again and again. */
async function postWhileKilling(
  stack: Stack,
  messages: number,
  place: string,
): Promise<{ posted: Posted[]; kills: number }> {
  const kills = Math.min(10, Math.max(1, Math.floor(messages / 20)));
  // Of a group that shared a commit, only the first passes the place; the others' second try finds them accepted.
  const failAt = `${place}:${Math.max(1, Math.floor(messages / kills) - CLIENTS)}`;
  await stack.stop("api");
  const first = stack.startToFail("api", failAt);
  const { finished } = startLoad(stack, { messages, clients: CLIENTS, again: true });
  await first;
  for (let kill = 1; kill < kills; kill += 1) await stack.startToFail("api", failAt);
  await stack.start("api");
  return { posted: await finished, kills };
}

/** Seconds from a message's commit, known by the answer or at the latest by the cut, to SES; the longest of all. */
async function longestToSes(stack: Stack, posted: readonly Posted[]): Promise<number> {
  const handedOver = new Map((await stack.sandbox.ledger()).map(({ to, at }) => [to[0], Date.parse(at)]));
  const waits = posted.map(({ to, tries }) => {
    const last = tries.at(-1);
    const cut = last?.replayed ? tries.findLast(({ status, refused }) => status === 0 && !refused) : last;
    return (handedOver.get(to) ?? 0) - (cut?.at ?? 0);
  });
  return Math.max(0, ...waits) / 1000;
}
