import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Machine } from "../config/folder";
import { handledFile, sessionSecret } from "./places";

let home: string;
let machine: Machine;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "sendex-places-"));
  machine = { env: {}, platform: "linux", home };
});
afterEach(() => rmSync(home, { recursive: true }));

const [one, other] = ["a", "b"].map((end) => `sk_test_${end.repeat(48)}`);

test("a key keeps its secret, also where the folder is lost, and another key has another", () => {
  const secret = sessionSecret(machine, { apiKey: one ?? "" });
  expect(secret).toMatch(/^whsec_[0-9A-Za-z+/]{32}$/);
  expect(sessionSecret(machine, { apiKey: one ?? "" })).toBe(secret);
  rmSync(path.join(home, ".config"), { recursive: true });
  expect(sessionSecret(machine, { apiKey: one ?? "" })).toBe(secret);
  expect(sessionSecret(machine, { apiKey: other ?? "" })).not.toBe(secret);
});

test("what was handed over stands by key, API and target, and the path shows no key", () => {
  const connection = { apiKey: one ?? "", apiUrl: "http://a.example", mode: "test", from: "" } as const;
  const target = new URL("http://localhost:3000/hook");
  const files = [
    handledFile(machine, connection, target),
    handledFile(machine, { ...connection, apiKey: other ?? "" }, target),
    handledFile(machine, { ...connection, apiUrl: "http://b.example" }, target),
    handledFile(machine, connection, new URL("http://localhost:3000/other")),
  ];
  expect(new Set(files).size).toBe(4);
  for (const file of files) expect(file).not.toMatch(/aaaaa|bbbbb/);
});
