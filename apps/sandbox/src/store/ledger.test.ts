import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openLedger } from "./ledger";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ledger-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function entry(messageId: string) {
  return {
    messageId,
    at: "2026-01-02T03:04:05.678Z",
    from: "ann@example.com",
    to: ["bob@example.org", "cy@example.org"],
    subject: "Hello",
    tags: {},
    bytes: 10,
    operation: "SendRawEmail",
    configSet: null,
    raw: { segment: 1, offset: 0, length: 10 },
  };
}

test("numbers mails from 1, goes on after a restart, and passes over a line cut short", async () => {
  const first = await openLedger(folder);
  expect([first.add(entry("a")).n, first.add(entry("b")).n]).toEqual([1, 2]);
  await first.close();
  await appendFile(join(folder, "ledger.jsonl"), '{"n":3,"mess');
  await appendFile(join(folder, "ledger.jsonl"), "\n");
  const second = await openLedger(folder);
  expect(second.counts()).toEqual({ accepted: 2, recipients: 4 });
  expect(second.add(entry("c")).n).toBe(3);
  expect(second.lines(1, 10).map(({ messageId }) => messageId)).toEqual(["b", "c"]);
  expect(second.find("a")?.n).toBe(1);
  await second.close();
});

test("keeps the newest hundred thousand at hand and counts all", async () => {
  const ledger = await openLedger(folder);
  for (let i = 1; i <= 110_001; i += 1) ledger.add(entry(`m${i}`));
  expect(ledger.counts().accepted).toBe(110_001);
  expect(ledger.find("m1")).toBeUndefined();
  expect(ledger.find("m110001")?.n).toBe(110_001);
  expect(ledger.inboxSize()).toBe(100_001);
  expect(ledger.lines(110_000, 5).map(({ n }) => n)).toEqual([110_001]);
  await ledger.close();
});
