import { createPrivateKey, X509Certificate } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { selfSigned } from "./self-signed";

const NOW = Date.UTC(2026, 5, 1);

describe("a self-signed certificate", () => {
  it("is of its key, for its hosts and its time", () => {
    const { key, certificate } = selfSigned("Sendex", NOW, ["localhost", "127.0.0.1"]);
    const read = new X509Certificate(certificate);
    expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkHost("localhost")).toBe("localhost");
    expect(read.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(read.checkHost("elsewhere")).toBeUndefined();
    expect(Date.parse(read.validFrom)).toBe(NOW - 24 * 3_600_000);
  });
});
