import { setTimeout as sleep } from "node:timers/promises";
import { eventually, untilNone } from "../../eventually";
import { make } from "../../pages/make";
import type { Stack } from "../../stack";
import { onStack } from "../on-stack";
import type { Fault, Figures } from "../row";

const KILLS = 3;
/** People at a time. */
const PEOPLE_AT_ONCE = 8;
/** From a call that was not answered to the next. */
const AGAIN_MS = 250;
const PATIENCE_MS = 180_000;

/** Row 46: who signed up gets a mail, and who confirmed is a contact, told once. */
export const signUpsKilled: Fault = {
  row: "46",
  fault: "kill -9 API while people sign up by a form, and while they confirm",
  target: "each who was answered has a mail; each who confirmed is a contact, told once",
  messages: 200,
  run: (messages) => onStack({ env: { TRUST_PROXY: "loopback" } }, (stack) => killSigningUp(stack, messages)),
};

async function killSigningUp(stack: Stack, people: number): Promise<Figures> {
  const { client } = stack.tenant;
  const form = await make(client, "/api/v1/forms", { name: "News", from: `news@${stack.tenant.domain}` });
  const everybody = Array.from({ length: people }, (_, n) => n);
  const since = performance.now();
  await eachWhileApiDies(stack, everybody, (n) => signUp(stack, form, n));
  const links = new Map<number, string>();
  await untilNone(async () => {
    await eachOf(
      everybody.filter((n) => !links.has(n)),
      async (n) => {
        const [mail] = await stack.sandbox.inbox(addressOf(n));
        if (mail) links.set(n, linkIn(mail.raw));
      },
    );
    return everybody.filter((n) => !links.has(n));
  });
  await eachWhileApiDies(stack, everybody, (n) => confirm(links.get(n) ?? "", n));
  const told = await untilAllTold(stack, people);
  const seconds = (performance.now() - since) / 1000;
  const states = await statesOf(stack);
  const confirmed = everybody.filter((n) => states.get(addressOf(n)) === "confirmed").length;
  return {
    messages: people,
    lost: people - confirmed,
    duplicated: [...told.values()].reduce((sum, events) => sum + events.size - 1, 0),
    seconds,
    notes: [`${2 * KILLS} kills`, `${(await stack.sandbox.ledger()).length} mails`],
    misses: told.size === people ? [] : [`${told.size} of ${people} confirmations were told`],
  };
}

function addressOf(n: number): string {
  return `person-${n}@forms.example`;
}

/** Each of a network of their own: a form takes so many of one network. */
function headersOf(n: number): Record<string, string> {
  return { "X-Forwarded-For": `11.${Math.floor(n / 250)}.${n % 250}.7` };
}

async function signUp({ apiUrl }: Stack, form: string, n: number): Promise<void> {
  await untilAnswered(`${apiUrl}/f/${form}`, {
    method: "POST",
    headers: { ...headersOf(n), "Content-Type": "application/json" },
    body: JSON.stringify({ email: addressOf(n) }),
  });
}

async function confirm(link: string, n: number): Promise<void> {
  await untilAnswered(link, { method: "POST", headers: headersOf(n) });
}

/** As a person does: once more until it works. */
async function untilAnswered(url: string, call: RequestInit): Promise<void> {
  await eventually(
    async () => {
      const { status } = await fetch(url, call).catch(async (error: unknown) => {
        await sleep(AGAIN_MS);
        throw error;
      });
      if (status !== 200) throw new Error(`${url} answered ${status}`);
    },
    { within: PATIENCE_MS },
  );
}

/**
 * Each of them, while the API is killed and started again along the way: it dies beside calls in hand, and beside those of
 * other people each time, since an address gets few mails a day however often it is asked for.
 */
async function eachWhileApiDies(
  stack: Stack,
  people: readonly number[],
  run: (n: number) => Promise<void>,
): Promise<void> {
  let done = 0;
  const all = eachOf(people, async (n) => {
    await run(n);
    done += 1;
  });
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await eventually(
      () => {
        if (done < (people.length * kill) / (KILLS + 1)) throw new Error(`${done} are through`);
      },
      { within: PATIENCE_MS },
    );
    await stack.kill("api", "SIGKILL");
    await stack.start("api");
  }
  await all;
}

async function eachOf<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const turn = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, turn));
}

/** The link stands in the text as it is, on a line of its own, which quoted-printable may have broken. */
function linkIn(raw: string): string {
  const link = /https?:\/\/\S+\/c\/[\w.~-]+/.exec(raw.replace(/=\r?\n/g, "").replaceAll("=3D", "="));
  if (!link) throw new Error("there is no link in the mail");
  return link[0];
}

/** Webhooks `contact.confirmed` by address, each `webhook-id` once. */
async function untilAllTold(stack: Stack, people: number): Promise<Map<string, Set<string>>> {
  const told = () => {
    const byAddress = new Map<string, Set<string>>();
    for (const { headers, body } of stack.receiver.requests("/")) {
      const { event, data } = JSON.parse(body) as { event: string; data: { email?: string } };
      if (event !== "contact.confirmed" || data.email === undefined) continue;
      const ids = byAddress.get(data.email) ?? new Set();
      byAddress.set(data.email, ids.add(String(headers["webhook-id"])));
    }
    return byAddress;
  };
  await eventually(
    () => {
      if (told().size < people) throw new Error(`${told().size} were told`);
    },
    { within: PATIENCE_MS },
  ).catch(() => undefined);
  return told();
}

async function statesOf({ tenant }: Stack): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (let after = ""; ;) {
    const { body } = await tenant.client.call<{
      data: { id: string; email: string; state: string }[];
      has_more: boolean;
    }>("GET", `/api/v1/contacts?limit=100${after && `&after=${after}`}`);
    for (const { email, state } of body.data) states.set(email, state);
    after = body.data.at(-1)?.id ?? "";
    if (!body.has_more || after === "") return states;
  }
}
