import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { keepSecrets } from "./secrets";

let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "secrets-"));
});

afterEach(() => rmSync(home, { recursive: true }));

describe("keepSecrets", () => {
  it("makes them once and keeps them", () => {
    expect(keepSecrets(home)).toEqual(keepSecrets(home));
  });

  it("makes a key of 32 bytes", () => {
    const [id, key = ""] = keepSecrets(home).encryptionKeys.split(":");
    expect([id, Buffer.from(key, "base64").length]).toEqual(["k1", 32]);
  });

  it("lets nobody else read them", () => {
    keepSecrets(home);
    expect(statSync(path.join(home, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("does not replace a damaged file, which would make the data unreadable", () => {
    writeFileSync(path.join(home, "secrets.json"), "{");
    expect(() => keepSecrets(home)).toThrow(/damaged/);
  });
});
