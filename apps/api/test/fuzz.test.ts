import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { checkEndpointUrl } from "@sendex/outside/address-guard";
import fc from "fast-check";
import { contract, emailOf, openTestApi, type TestApi } from "./api";
import { type GeneratedRequest, requestsFor, type Seeds } from "./generated-requests";

/** Another seed makes other requests. */
const SEED = 20261122;
/** Some thousands over all operations. */
const TOTAL = 3_000;
const AT_ONCE = 8;
const LONG_MS = 600_000;

let api: TestApi;
let server: Server;
let seeds: Seeds;

beforeAll(async () => {
  api = await openTestApi({
    settings: { rateLimitPerMinute: 1_000_000 },
    ports: { checkEndpoint: (url) => checkEndpointUrl(url) },
  });
  server = createServer(api.app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
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
  seeds = { from: `Me <me@${api.tenant.domain}>`, ids, now };
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  await api.close();
});

test(
  "answers whatever the description lets be asked, and nearly so, with what it lists, and never with a 5xx",
  async () => {
    const operations = requestsFor(seeds);
    const numRuns = Math.ceil(TOTAL / operations.length);
    const requests = operations.flatMap((operation, i) =>
      fc.sample(operation.requests, { seed: SEED + i, numRuns }),
    );
    let accepted = 0;
    const broken: string[] = [];
    const lane = async (): Promise<void> => {
      for (let request = requests.shift(); request && broken.length < 5; request = requests.shift()) {
        const { status, problem } = await ask(request);
        if (status < 300) accepted += 1;
        if (problem !== undefined) broken.push(`${problem}\nseed ${SEED}: ${JSON.stringify(request)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    expect(broken).toEqual([]);
    // Were everything refused, little would have been tested.
    expect(accepted).toBeGreaterThan(TOTAL / 20);
  },
  LONG_MS,
);

/** @param patience how often a 503 is asked again: on a busy machine the database may be too slow for its bounds */
async function ask(
  request: GeneratedRequest,
  patience = 5,
): Promise<{ status: number; problem: string | undefined }> {
  const { method, path, headers, body } = request;
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${api.tenant.keys.full}` },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  const { status } = answer;
  if (status === 503 && patience > 0) return ask(request, patience - 1);
  if (status >= 500) return { status, problem: `${method} ${path} answered ${status}: ${text}` };
  return { status, problem: contract.check({ method, path, status, body: JSON.parse(text) }) };
}
