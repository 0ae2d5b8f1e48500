import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { openSendex } from "@sendex/sdk/client";
import { endChild } from "../child";
import { eventually } from "../eventually";
import { type Stack, startStack } from "../stack";
import { type Customer, type Listener, openCustomer } from "./customer";
import { type HoldingReceiver, startHoldingReceiver } from "./holding-receiver";

export interface Asked {
  /** Events, three of each message. */
  count: number;
  kills: number;
  /** Listeners that hear nothing. */
  idle: number;
}

const LATENCY_MESSAGES = 20;
const IDLE_MS = 60_000;
const BATCH = 100;

/** Prints its figures. → whether each event came once, or again where a kill fell between an answer and its note */
export async function measureListening(asked: Asked, print: (line: string) => void): Promise<boolean> {
  const stack = await startStack();
  try {
    print(await latency(stack));
    const { line, good } = await kills(stack, asked);
    print(line);
    print(await idle(stack, asked.idle));
    return good;
  } finally {
    await stack.close();
  }
}

async function scene(stack: Stack) {
  const customer = await openCustomer(stack);
  const receiver = await startHoldingReceiver();
  const sendex = openSendex({ apiKey: customer.key, baseUrl: stack.apiUrl });
  const mail = { from: `shop@${stack.tenant.domain}`, to: "ada@example.com", subject: "Hi", text: "Hello" };
  const close = () => Promise.all([customer.close(), receiver.close()]);
  return { customer, receiver, sendex, mail, close };
}

/** From the API's telling another stream to the endpoint's having it, of mails sent one by one. */
async function latency(stack: Stack): Promise<string> {
  const { customer, receiver, sendex, mail, close } = await scene(stack);
  const listener = await customer.listen(receiver.url);
  const stop = new AbortController();
  const told = new Map<string, number>();
  const reading = (async () => {
    for await (const { id } of sendex.events.stream({ signal: stop.signal }))
      told.set(id, performance.timeOrigin + performance.now());
  })();
  for (let n = 1; n <= LATENCY_MESSAGES; n += 1) {
    await sendex.emails.send(mail);
    await eventually(() => atLeast(receiver, 3 * n));
  }
  const both = receiver.answered().flatMap(({ headers, at }) => {
    const before = told.get(String(headers["webhook-id"]));
    return before === undefined ? [] : [at - before];
  });
  const happened = receiver.answered().map(({ body, at }) => at - Date.parse(JSON.parse(body).created_at));
  stop.abort();
  await Promise.all([reading, endChild(listener.child)]);
  await close();
  return `told by the API → at the endpoint (${both.length}): ${spread(both)}; happened → at the endpoint: ${spread(happened)}`;
}

/** Kills at moments that chance chooses, while events come. */
async function kills(stack: Stack, { count, kills: times }: Asked): Promise<{ line: string; good: boolean }> {
  const { customer, receiver, sendex, mail, close } = await scene(stack);
  const began = performance.now();
  let listener: Listener = await customer.listen(receiver.url);
  const sending = (async () => {
    const ids: string[] = [];
    for (let left = Math.ceil(count / 3); left > 0; left -= BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, left) }, () => mail);
      ids.push(...(await sendex.emails.sendBatch(batch)).data.map(({ id }) => id));
    }
    return ids;
  })();
  for (let nth = 1; nth <= times; nth += 1) {
    await eventually(() => atLeast(receiver, Math.floor((count * nth) / (times + 1))));
    await sleep(Math.random() * 20);
    listener.child.signal("SIGKILL");
    await listener.child.exited;
    listener = await customer.listen(receiver.url);
  }
  const ids = await sending;
  const wanted = ids.length * 3;
  await eventually(() => distinct(receiver, wanted));
  const seconds = (performance.now() - began) / 1000;
  await endChild(listener.child);
  const counts = [...receiver.counts().values()];
  const again = counts.filter((each) => each > 1).length;
  await close();
  const line = `${wanted} events, ${times} kills, ${seconds.toFixed(1)} s: ${counts.length} handed over, ${wanted - counts.length} missed, ${again} twice`;
  return { line, good: counts.length === wanted && again <= times };
}

/** The API's processor time over a minute, without and with them. */
async function idle(stack: Stack, count: number): Promise<string> {
  const pid = await apiPid();
  const without = await share(pid);
  const customer: Customer = await openCustomer(stack);
  const receiver = await startHoldingReceiver();
  const listeners = await Promise.all(
    Array.from({ length: count }, (_, i) => customer.listen(`${receiver.url}/${i}`)),
  );
  const withThem = await share(pid);
  const own = await Promise.all(listeners.map(({ child }) => memory(child.pid)));
  await Promise.all(listeners.map(({ child }) => endChild(child)));
  await Promise.all([customer.close(), receiver.close()]);
  return `the API over ${IDLE_MS / 1000} s: ${without.toFixed(2)} % of a core without, ${withThem.toFixed(2)} % with ${count} idle listeners, of ${Math.round(Math.max(...own))} MB each`;
}

/** Of the API, which is a child of ours. */
async function apiPid(): Promise<number> {
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const [command, stat] = await Promise.all(
      ["cmdline", "stat"].map((file) => text(`/proc/${name}/${file}`)),
    );
    const parent = Number(stat?.split(") ")[1]?.split(" ")[1]);
    if (command?.includes("apps/api/dist/main.js") && parent === process.pid) return Number(name);
  }
  throw new Error("the API's process is not to be found");
}

/** Empty for a process that is gone. */
async function text(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}

/** Percent of a core, by /proc; a tick is 10 ms. */
async function share(pid: number): Promise<number> {
  const before = await ticks(pid);
  await sleep(IDLE_MS);
  return (((await ticks(pid)) - before) * 10 * 100) / IDLE_MS;
}

async function ticks(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

async function memory(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

function atLeast(receiver: HoldingReceiver, count: number): void {
  const got = receiver.answered().length;
  if (got < count) throw new Error(`${got} of ${count} events came`);
}

function distinct(receiver: HoldingReceiver, count: number): void {
  const got = receiver.counts().size;
  if (got < count) throw new Error(`${got} of ${count} events came`);
}

function spread(ms: number[]): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (part: number): string =>
    `${Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? NaN)} ms`;
  return `${at(0.5)} median, ${at(0.99)} at the 99th percentile, ${at(1)} at most`;
}
