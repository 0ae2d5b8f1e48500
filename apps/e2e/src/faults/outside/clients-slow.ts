import { startFlow } from "../../flow";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { openSlowClient, type SlowSpeech } from "./clients";
import { settleDelivered } from "./count";
import { inParallel, missing, onStack, type Shown, until } from "./scene";

const CLIENTS = 2_000;
const AT_ONCE = 50;
const LEAST_SERVED = 0.99;
const FLOW_MS = 180_000;
const WITHIN_MS = 60_000;

/** Row 30: clients that hold a connection each and hardly use it. */
export const clientsSlow: Fault = {
  row: "30",
  fault: "2,000 slow connections",
  target: "legitimate traffic ≥ 99 %",
  messages: 1_000,
  run: (messages) => onStack({}, (stack) => crowd(stack, messages)),
};

async function crowd(stack: Stack, messages: number): Promise<Shown> {
  const [headers, body] = [slowHeaders(), slowBody(stack.tenant.apiKeys.full)];
  const clients = await inParallel(Array.from({ length: CLIENTS }), AT_ONCE, (_, i) =>
    openSlowClient(stack.apiUrl, i % 2 === 0 ? headers : body),
  );
  const open = clients.filter((client) => client.isOpen()).length;
  const flow = startFlow(stack);
  try {
    await until(() => flow.ids().length + flow.troubles().length >= messages, FLOW_MS);
    await flow.stop();
  } finally {
    for (const client of clients) client.close();
  }
  const [ids, troubles] = [flow.ids(), flow.troubles()];
  const served = ids.length / (ids.length + troubles.length);
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  return {
    messages: ids.length,
    ...settled,
    notes: [
      `${open} slow connections open at once`,
      `${(served * 100).toFixed(1)} % of requests answered 202`,
    ],
    misses: missing({
      [`only ${(served * 100).toFixed(1)} % were served`]: served >= LEAST_SERVED,
      [`only ${open} slow connections could be opened`]: open >= CLIENTS * LEAST_SERVED,
      [`${settled.lost} never arrived`]: settled.lost === 0,
      [`${settled.duplicated} were sent twice`]: settled.duplicated === 0,
    }),
  };
}

/** Headers that never end. */
function slowHeaders(): SlowSpeech {
  return { head: "POST /api/v1/emails HTTP/1.1\r\nHost: x\r\nX-Slow: ", drip: "x" };
}

/** A body that never ends, from a client with a key. */
function slowBody(key: string): SlowSpeech {
  const fields = `Authorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 9000`;
  return { head: `POST /api/v1/emails HTTP/1.1\r\nHost: x\r\n${fields}\r\n\r\n{`, drip: " " };
}
