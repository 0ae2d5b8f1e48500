import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Contract } from "@sendex/testing/described-answers";
import { checkEndpointUrl } from "@sendex/outside/address-guard";
import fc from "fast-check";
import { addOperator } from "@sendex/pipeline/access/operators";
import { adminContract, adminDocument, contract, document, emailOf, openTestApi, type TestApi } from "./api";
import { type GeneratedRequest, requestsFor, type Seeds } from "./generated-requests";
import { OPERATOR_ROUTES, pathsOf } from "./route-cases";

/** Another seed makes other requests. */
const SEED = 20261122;
/** Some thousands over all operations of customers. */
const TOTAL = 3_000;
const TOTAL_ADMIN = 600;
const AT_ONCE = 8;
/** An answer that does not end is told by its request, and not by the test's time. */
const ANSWER_MS = 60_000;
const LONG_MS = 600_000;

let api: TestApi;
let server: Server;

beforeAll(async () => {
  api = await openTestApi({
    settings: { rateLimitPerMinute: 1_000_000 },
    ports: { checkEndpoint: (url) => checkEndpointUrl(url) },
  });
  server = createServer(api.app);
  // By default 5 s: a connection that idles while a party is made would be cut as it is used again.
  server.keepAliveTimeout = LONG_MS;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  await api.close();
});

/** Who asks, and what is held against the answers. */
interface Party {
  key: string;
  contract: Contract;
  seeds: Seeds;
  total: number;
}

const PARTIES: [string, () => Promise<Party>][] = [
  ["a customer", customer],
  ["an operator", operator],
];

test.each(PARTIES)(
  "answers whatever %s may ask, and nearly so, with what the description lists, and never with a 5xx",
  async (_, open) => {
    const party = await open();
    const operations = requestsFor(party.seeds);
    const numRuns = Math.ceil(party.total / operations.length);
    const requests = operations.flatMap((operation, i) =>
      fc.sample(operation.requests, { seed: SEED + i, numRuns }),
    );
    let accepted = 0;
    const broken: string[] = [];
    const lane = async (): Promise<void> => {
      for (let request = requests.shift(); request && broken.length < 5; request = requests.shift()) {
        const { status, problem } = await ask(party, request).catch((error: unknown) =>
          unanswered(request, error),
        );
        if (status < 300) accepted += 1;
        if (problem !== undefined) broken.push(`${problem}\nseed ${SEED}: ${JSON.stringify(request)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    expect(broken).toEqual([]);
    // Were everything refused, little would have been tested.
    expect(accepted).toBeGreaterThan(party.total / 20);
  },
  LONG_MS,
);

async function customer(): Promise<Party> {
  const now = api.clock.now();
  const scheduled_at = new Date(now.getTime() + 3_600_000).toISOString();
  const mails = [
    await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant) }),
    await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, { scheduled_at }) }),
  ];
  const others = await Promise.all([
    api.send("post", "/api/v1/webhooks", { body: { endpoint: "https://hooks.example/x" } }),
    api.send("post", "/api/v1/templates", { body: { name: "T", alias: "t", subject: "s", text: "{{ a }}" } }),
    api.send("post", "/api/v1/suppressions", { body: { email: "gone@inbox.example" } }),
    api.send("post", "/api/v1/domains", { body: { name: "another.example" } }),
    api.send("post", "/api/v1/api-keys", { body: { name: "another" } }),
  ]);
  const ids = [...mails, ...others].map(({ body }) => String(body.id));
  ids.push("t", "gone@inbox.example");
  const seeds = { document, from: `Me <me@${api.tenant.domain}>`, ids, now };
  return { key: api.tenant.keys.full, contract, seeds, total: TOTAL };
}

async function operator(): Promise<Party> {
  const { key } = await addOperator(api.context, "Ada", "a test");
  const ids = [api.tenant.accountId];
  for (const route of OPERATOR_ROUTES.filter(({ names }) => names)) {
    const { theirs } = await pathsOf(route, api, api.tenant);
    ids.push(...theirs.split("/").filter((part) => part.includes("_")));
  }
  const seeds = { document: adminDocument, from: "", ids, now: api.clock.now() };
  return { key, contract: adminContract, seeds, total: TOTAL_ADMIN };
}

/** @param patience how often a 503 is asked again: on a busy machine the database may be too slow for its bounds */
async function ask(
  party: Party,
  request: GeneratedRequest,
  patience = 5,
): Promise<{ status: number; problem: string | undefined }> {
  const { method, path, headers, body } = request;
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${party.key}` },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const { status } = answer;
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  // A stream goes on until its reader leaves.
  const text = type === "text/event-stream" ? await leave(answer) : await answer.text();
  if (status === 503 && patience > 0) return ask(party, request, patience - 1);
  if (status >= 500) return { status, problem: `${method} ${path} answered ${status}: ${text}` };
  const given: unknown = type === "application/json" ? JSON.parse(text) : undefined;
  return { status, problem: party.contract.check({ method, path, status, body: given, type }) };
}

/** E.g. an answer that does not end. */
function unanswered({ method, path }: GeneratedRequest, error: unknown) {
  return { status: 599, problem: `${method} ${path} was not answered: ${String(error)}` };
}

async function leave(answer: Response): Promise<string> {
  await answer.body?.cancel();
  return "";
}
