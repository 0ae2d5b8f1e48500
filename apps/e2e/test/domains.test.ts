import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openPorts, type OpenedPorts } from "@sendex/boot/ports";
import { presentWithRecords } from "@sendex/wire/domains";
import { addDomain } from "@sendex/pipeline/domains/add";
import { checkDueDomains } from "@sendex/pipeline/domains/check";
import { deleteDomain, getDomain, verifyDomain } from "@sendex/pipeline/domains/edit";
import { type RunningSandbox, startSandbox } from "@sendex/sandbox/start";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";

/** The product's own SES and DNS clients against the sandbox, whose domains are verified by publishing their records. */
let folder: string;
let sandbox: RunningSandbox;
let ways: OpenedPorts;
let product: TestContext;
let account: SeededAccount;
let now = 1_000_000_000_000;

const BY_ITSELF_MS = 3_600_000;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "domains-"));
  sandbox = await startSandbox({ dataDir: folder, verifyDelayMs: BY_ITSELF_MS }, () => now);
  product = await openTestContext();
  const dnsServers = [`127.0.0.1:${sandbox.dnsPort}`];
  ways = openPorts({ ...product.settings, dnsServers, sandbox: { url: sandbox.url } }, product.context);
  product.context.ports = ways.ports;
  account = await seedAccount(product.context);
});
afterAll(async () => {
  ways.close();
  await product.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function publish(record: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/_sandbox/dns`, { method: "POST", body: JSON.stringify(record) });
  expect(answer.status).toBe(200);
}

test("a domain is verified once every record that it was given is published", async () => {
  const { context, clock } = product;
  const domain = await addDomain(context, account.accountId, { name: "shop.example", returnPath: "send" });
  const { records } = presentWithRecords(domain, context.settings.region);
  expect(records).toHaveLength(8);
  const statuses: string[] = [];
  for (const record of records) {
    await publish(record);
    clock.advance(10_000);
    const seen = await verifyDomain(context, await getDomain(context, account.accountId, domain.id));
    statuses.push(`${record.record} ${seen.status}`);
    expect(seen.recordStatuses.filter((status) => status === "verified")).toHaveLength(statuses.length);
  }
  expect(statuses).toEqual([
    "Ownership pending",
    "Verification pending",
    "DKIM pending",
    "DKIM pending",
    ...["DKIM verified", "SPF verified", "SPF verified", "DMARC verified"],
  ]);
  await deleteDomain(context, await getDomain(context, account.accountId, "shop.example"));
  expect(await context.ports.identities.describe(["shop.example"])).toEqual(new Map());
});

test("a domain that nobody publishes anything for is verified by itself after a while, for trying things out", async () => {
  const { context, clock } = product;
  const input = { name: "trying.example", returnPath: "bounces" };
  const { id } = await addDomain(context, account.accountId, input);
  clock.advance(10_000);
  await checkDueDomains(context);
  expect(await getDomain(context, account.accountId, id)).toMatchObject({ status: "pending" });
  now += BY_ITSELF_MS;
  clock.advance(10_000);
  await checkDueDomains(context);
  const { status, recordStatuses } = await getDomain(context, account.accountId, id);
  expect([status, new Set(recordStatuses)]).toEqual(["verified", new Set(["verified"])]);
});
