import { Resolver } from "node:dns/promises";
import { connect } from "node:net";
import { streamDecode, streamEncode } from "dns-packet";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;
let resolver: Resolver;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${sandbox.dnsPort}`]);
});
afterAll(() => sandbox.close());

async function tell(domain: string, mx: string): Promise<void> {
  expect((await sandbox.call("POST", "/_sandbox/dns", { domain, mx })).status).toBe(200);
}

test("every domain has an MX", async () => {
  expect(await resolver.resolveMx("anything.example")).toMatchObject([
    { exchange: "mx.anything.example", priority: 10 },
  ]);
});

test("nothing exists under .invalid", async () => {
  await expect(resolver.resolveMx("mail.invalid")).rejects.toMatchObject({ code: "ENOTFOUND" });
});

test.each([
  ["none", "ENODATA"],
  ["nxdomain", "ENOTFOUND"],
  ["servfail", "ESERVFAIL"],
  ["timeout", "ETIMEOUT"],
])("a domain told %s answers %s", async (mx, code) => {
  await tell(`${mx}.test`, mx);
  await expect(resolver.resolveMx(`${mx}.test`)).rejects.toMatchObject({ code });
});

test("a null MX is the root with preference 0, and can be taken back", async () => {
  await tell("Null.test", "null");
  expect(await resolver.resolveMx("null.test")).toMatchObject([{ exchange: "", priority: 0 }]);
  await tell("null.test", "ok");
  expect(await resolver.resolveMx("null.test")).toHaveLength(1);
});

test("other types have no data", async () => {
  await expect(resolver.resolveTxt("example.org")).rejects.toMatchObject({ code: "ENODATA" });
  await expect(resolver.resolve4("example.org")).rejects.toMatchObject({ code: "ENODATA" });
});

test("TCP answers too, with TTL 0", async () => {
  const query = streamEncode({
    type: "query",
    id: 7,
    flags: 0,
    questions: [{ type: "MX", name: "tcp.test" }],
  });
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const socket = connect(sandbox.dnsPort, "127.0.0.1", () => socket.write(query));
    socket.on("data", (bytes: Buffer) => {
      socket.destroy();
      resolve(bytes);
    });
    socket.on("error", reject);
  });
  expect(streamDecode(answer)).toMatchObject({ id: 7, answers: [{ type: "MX", ttl: 0 }] });
});

test("what DNS cannot be is refused", async () => {
  expect((await sandbox.call("POST", "/_sandbox/dns", { domain: "a.test", mx: "maybe" })).status).toBe(400);
});
