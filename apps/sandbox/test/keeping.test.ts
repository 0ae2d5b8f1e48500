import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SendRawEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startSandbox, type RunningSandbox } from "../src/start";
import { rawMessage, startTestSandbox, type TestSandbox } from "./running";

describe("the inbox's API", () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.close());

  const send = (to: string, subject: string) =>
    sandbox.ses.send(new SendRawEmailCommand({ RawMessage: { Data: rawMessage({ to, subject }) } }));
  const list = async (query = "") => (await sandbox.call("GET", `/_sandbox/messages${query}`)).body;

  test("lists newest first, filtered by recipient and part of the subject, with the raw message", async () => {
    await send("bob@example.org", "First invoice");
    await send("cy@example.org", "Second invoice");
    await send("bob@example.org", "Greetings");
    expect(await list()).toMatchObject({
      total: 3,
      messages: [{ subject: "Greetings" }, { subject: "Second invoice" }, { subject: "First invoice" }],
    });
    expect(await list("?to=BOB@example.org&subject=invoice")).toMatchObject({
      total: 1,
      messages: [
        {
          subject: "First invoice",
          from: "Ann <ann@example.com>",
          to: ["bob@example.org"],
          raw: expect.stringContaining(Buffer.from(rawMessage({ subject: "First invoice" })).toString()),
        },
      ],
    });
    expect(await list("?limit=1")).toMatchObject({ total: 3, messages: [{ subject: "Greetings" }] });
  });

  test("is emptied without touching the ledger", async () => {
    await send("bob@example.org", "Gone");
    await sandbox.call("DELETE", "/_sandbox/messages");
    expect(await list()).toEqual({ messages: [], total: 0 });
    await send("bob@example.org", "New");
    expect(await list()).toMatchObject({ total: 1, messages: [{ subject: "New" }] });
    const { body } = await sandbox.call("GET", "/_sandbox/ledger");
    expect(body).toMatchObject({ accepted: 2, recipients: 2, inbox: 1 });
    const file = await readFile(join(sandbox.dataDir, "ledger.jsonl"), "utf8");
    const lines = file
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([{ n: 1, subject: "Gone" }, { cleared: 1 }, { n: 2, subject: "New" }]);
  });

  test("refuses calls that a page of another site makes", async () => {
    const answer = await fetch(`${sandbox.url}/_sandbox/messages`, {
      method: "DELETE",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(answer.status).toBe(403);
  });
});

describe("a restart on the same folder", () => {
  let dataDir: string;
  let running: RunningSandbox;
  const start = async (notifyUrl: string | null = null): Promise<void> => {
    running = await startSandbox({ dataDir, verifiedDomains: ["example.com"], eventDelayMs: 1, notifyUrl });
  };
  const send = async (): Promise<string | undefined> => {
    const credentials = { accessKeyId: "A", secretAccessKey: "B" };
    const client = new SESClient({ endpoint: running.url, region: "us-east-1", credentials });
    const input = { RawMessage: { Data: rawMessage() }, ConfigurationSetName: "sendex" };
    const { MessageId } = await client.send(new SendRawEmailCommand(input));
    client.destroy();
    return MessageId;
  };
  const get = async (path: string): Promise<Record<string, unknown>> =>
    (await (await fetch(`${running.url}${path}`)).json()) as Record<string, unknown>;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  });
  afterEach(async () => {
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test("keeps mails, identities, the certificate and events that were not delivered", async () => {
    await start("http://127.0.0.1:1/unreachable");
    const certificate = await readFile(running.trustRootPath, "utf8");
    const messageId = await send();
    await fetch(`${running.url}/_sandbox/domains`, {
      method: "POST",
      body: JSON.stringify({ domain: "kept.test" }),
    });
    await running.close();

    await start();
    expect(await readFile(running.trustRootPath, "utf8")).toBe(certificate);
    expect(await get("/_sandbox/messages")).toMatchObject({
      total: 1,
      messages: [{ messageId, raw: expect.stringContaining(Buffer.from(rawMessage()).toString()) }],
    });
    expect(await get("/_sandbox/ledger?since=0")).toMatchObject({
      accepted: 1,
      lines: [{ n: 1, messageId }],
    });
    expect(await get("/_sandbox/sns")).toMatchObject({ pending: 2 });
    expect(JSON.parse(await readFile(join(dataDir, "identities.json"), "utf8"))).toMatchObject([
      { domain: "example.com" },
      { domain: "kept.test", verifiedFrom: 0 },
    ]);
  });
});

test("COUNT_ONLY counts and keeps nothing", async () => {
  const sandbox = await startTestSandbox({ countOnly: true });
  const input = { RawMessage: { Data: rawMessage() }, Destinations: ["a@example.org", "b@example.org"] };
  const { MessageId } = await sandbox.ses.send(new SendRawEmailCommand(input));
  expect(MessageId).toBeTruthy();
  const { body } = await sandbox.call("GET", "/_sandbox/ledger");
  expect(body).toEqual({ accepted: 1, recipients: 2, inbox: 0, lines: [] });
  await sandbox.close();
});

test("the admin port tells health and figures", async () => {
  const sandbox = await startTestSandbox({ adminPort: 0 });
  await sandbox.ses.send(new SendRawEmailCommand({ RawMessage: { Data: rawMessage() } }));
  const at = (path: string) => fetch(`${sandbox.adminUrl}${path}`);
  expect((await at("/healthz")).status).toBe(200);
  expect((await at("/readyz")).status).toBe(200);
  expect(await (await at("/metrics")).text()).toContain("\nsandbox_mails_accepted_total 1\n");
  await sandbox.close();
});
