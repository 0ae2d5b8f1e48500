import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { duplicatesOf, readLog, sendMany, settleDelivered } from "./count";
import { inParallel, missing, onStack, type Shown, until } from "./scene";

const WITHIN_MS = 120_000;
const PATH = "/disabled";
const EVENT = "email.delivered";
const PAGE = 100;

/** Row 40: an endpoint is disabled while things happen. */
export const receiversDisabled: Fault = {
  row: "40",
  fault: "endpoint disabled while mail goes out",
  target: "told nothing; all it missed is kept, and arrives once when replayed",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => miss(stack, messages)),
};

async function miss(stack: Stack, messages: number): Promise<Shown> {
  const { client } = stack.tenant;
  const { id: endpoint } = await client.webhook(`${stack.receiver.url}${PATH}`, [EVENT]);
  const change = async (status: string) =>
    (await client.call("PATCH", `/api/v1/webhooks/${endpoint}`, { status })).status;
  const changed = [await change("disabled")];
  const ids = await sendMany(stack, messages);
  const { lost } = await settleDelivered(stack, ids, WITHIN_MS);
  const early = stack.receiver.requests(PATH).length;
  changed.push(await change("enabled"));
  const kept = await eventsOf(stack, endpoint);
  const started = performance.now();
  const unsent = stack.receiver.requests(PATH).length;
  const replays = await inParallel(
    kept,
    8,
    async (event) =>
      (await client.call("POST", `/api/v1/webhooks/${endpoint}/events/${event}/replay`)).status,
  );
  const refused = replays.filter((status) => status >= 300).length;
  const log = () => readLog(stack.receiver.requests(PATH));
  await until(() => stack.receiver.requests(PATH).length >= messages, WITHIN_MS);
  await until(() => ids.every((id) => log().of(id, EVENT).size > 0), WITHIN_MS);
  const told = log();
  const missed = ids.filter((id) => told.of(id, EVENT).size === 0).length;
  const twice = ids.filter((id) => [...told.of(id, EVENT).values()].some((count) => count > 1)).length;
  return {
    messages,
    lost: lost + missed,
    duplicated: await duplicatesOf(stack, ids),
    seconds: (performance.now() - started) / 1_000,
    notes: [`${kept.length} events kept, all replayed`],
    misses: missing({
      [`changing the endpoint was answered ${changed.join(", ")}`]: changed.every((status) => status === 200),
      [`${early} webhooks came while it was disabled`]: early === 0,
      [`${unsent - early} were sent by enabling it`]: unsent === early,
      [`${kept.length} of ${messages} events were kept`]: kept.length === messages,
      [`${refused} replays were refused`]: refused === 0,
      [`${missed} never arrived`]: missed === 0,
      [`${twice} arrived more than once`]: twice === 0,
    }),
  };
}

/** The ids of all events that an endpoint was to be told of, page by page. */
async function eventsOf({ tenant }: Stack, endpoint: string): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const after = ids.length > 0 ? `&after=${ids.at(-1)}` : "";
    const { body } = await tenant.client.call<{ data: { id: string }[]; has_more: boolean }>(
      "GET",
      `/api/v1/webhooks/${endpoint}/events?limit=${PAGE}${after}`,
    );
    ids.push(...body.data.map(({ id }) => id));
    if (!body.has_more) return ids;
  }
}
