import { describe, expect, test } from "@jest/globals";
import { readSettings, SettingsError } from "./settings";

describe("readSettings", () => {
  test("needs only a data folder", () => {
    expect(readSettings({ DATA_DIR: "/data" })).toMatchObject({
      dataDir: "/data",
      trustRoot: "/data/sns-cert.pem",
      host: "127.0.0.1",
      configSet: "sendex",
      adminPort: null,
      snsSignatureVersion: "2",
    });
  });

  test("reads what is given", () => {
    const env = {
      DATA_DIR: "/data",
      PORT: "4570",
      VERIFIED_DOMAINS: "Example.com, b.test,",
      RETRY_TIME_SCALE: "0.01",
      COUNT_ONLY: "1",
      SNS_SIGNATURE_VERSION: "1",
      TRUST_ROOT: "/trust.pem",
      NOTIFY_URL: "",
    };
    expect(readSettings(env)).toMatchObject({
      port: 4570,
      verifiedDomains: ["example.com", "b.test"],
      retryTimeScale: 0.01,
      countOnly: true,
      snsSignatureVersion: "1",
      trustRoot: "/trust.pem",
      notifyUrl: null,
    });
  });

  test.each([
    ["DATA_DIR", ""],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["MAX_SEND_RATE", "-1"],
    ["NOTIFY_URL", "file:///etc/passwd"],
    ["COUNT_ONLY", "maybe"],
    ["SNS_SIGNATURE_VERSION", "3"],
  ])("refuses %s=%s and names it", (name, value) => {
    const read = () => readSettings({ DATA_DIR: "/data", [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(name);
  });
});
