import { describe, expect, it } from "@jest/globals";
import { toNewKey, toRate } from "./new-key";
import { curlOf } from "./snippet";

const form = { name: " Shop ", permission: "send_only", mode: "test", domains: [], rate: "" } as const;

describe("toNewKey", () => {
  it("leaves out what the form leaves to the service", () => {
    expect(toNewKey({ ...form, domains: [] })).toEqual({
      name: "Shop",
      permission: "send_only",
      mode: "test",
    });
  });

  it("names the domains and the rate that were given", () => {
    const key = toNewKey({ ...form, domains: ["shop.example"], rate: 60 });
    expect(key).toMatchObject({ domains: ["shop.example"], rate_limit: 60 });
  });
});

describe("toRate", () => {
  it("reads an emptied field as the service's limit", () => {
    expect([toRate(""), toRate("120"), toRate(5)]).toEqual([null, 120, 5]);
  });
});

describe("curlOf", () => {
  const parts = {
    origin: "https://mail.example",
    token: "sk_test_1",
    domain: "shop.example",
    to: "a@b.example",
  };

  it("sends a mail with the token from a domain of the key", () => {
    expect(curlOf(parts)).toContain("-H 'Authorization: Bearer sk_test_1'");
    expect(curlOf(parts)).toContain('"from":"hello@shop.example"');
  });

  it("stays one word of the shell where an address has a quote", () => {
    expect(curlOf({ ...parts, to: "o'neil@b.example" })).toContain(String.raw`o'\''neil@b.example`);
  });
});
