import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  SendRawEmailCommand,
  SESClient,
  SESServiceException,
  type SendRawEmailCommandInput,
  type SendRawEmailCommandOutput,
} from "@aws-sdk/client-ses";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { type Clock, systemClock } from "../src/clock";
import { startSandbox, type RunningSandbox } from "../src/start";
import type { Settings } from "../src/settings";

export interface TestSandbox extends RunningSandbox {
  ses: SESClient;
  sesv2: SESv2Client;
  sns: SNSClient;
  dataDir: string;
  /** SendRawEmail of a small message, with what is given put over it. */
  sendRaw(input?: Partial<SendRawEmailCommandInput>): Promise<SendRawEmailCommandOutput>;
  ledgerLines(): Promise<Record<string, unknown>[]>;
  call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
}

/** A sandbox in a folder of its own with the real SDK clients pointed at it; one try a call, no waits of their own. */
export async function startTestSandbox(
  settings: Partial<Settings> = {},
  clock: Clock = systemClock,
): Promise<TestSandbox> {
  const dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const usual = { verifiedDomains: ["example.com"], eventDelayMs: 5 };
  const running = await startSandbox({ dataDir, ...usual, ...settings }, clock);
  const config = {
    endpoint: running.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    maxAttempts: 1,
  };
  const clients = { ses: new SESClient(config), sesv2: new SESv2Client(config), sns: new SNSClient(config) };
  return {
    ...running,
    ...clients,
    dataDir,
    sendRaw: (input) =>
      clients.ses.send(new SendRawEmailCommand({ RawMessage: { Data: rawMessage() }, ...input })),
    async ledgerLines() {
      const { body } = await call(`${running.url}/_sandbox/ledger`, "GET", undefined);
      return body["lines"] as Record<string, unknown>[];
    },
    call: (method, path, body) => call(`${running.url}${path}`, method, body),
    async close() {
      Object.values(clients).forEach((client) => client.destroy());
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function call(
  url: string,
  method: string,
  body: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** A small message in MIME. */
export function rawMessage({
  from = "Ann <ann@example.com>",
  to = "bob@example.org",
  subject = "Hello",
  extra = "",
} = {}): Uint8Array {
  return Buffer.from(
    `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n${extra}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nHi there.\r\n`,
  );
}

/** So many bytes of body, in lines of 78 characters. */
export function bodyOf(bytes: number): Buffer {
  return Buffer.alloc(bytes, `${"a".repeat(78)}\r\n`);
}

/** Resolves with the first value that is there; fails when none is within 10 s. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error("it did not happen within 10 s");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The SDK's error that a call is refused with; fails when it is accepted or breaks otherwise. */
export async function refusalOf(promise: Promise<unknown>): Promise<SESServiceException> {
  const error = await promise.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (error instanceof SESServiceException) return error;
  throw error;
}
