import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  isReturnPath,
  judgeDomain,
  nextCheck,
  readDomainName,
  recordsOf,
  recordStatus,
  zoneFile,
} from "./domains";
import type { DomainIdentity } from "./ports";

describe("a domain's name", () => {
  it.each([
    ["Example.COM", "example.com"],
    ["mail.example.com.", "mail.example.com"],
    [" example.com ", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
  ])("%s is read as %s", (text, name) => {
    expect(readDomainName(text)).toBe(name);
  });

  it.each([
    "",
    "com",
    "localhost",
    "a b.com",
    "a@b.com",
    "http://a.com",
    "1.2.3.4",
    "-a.com",
    "a..com",
    "a.com\u0000",
  ])("is not %j", (text) => {
    expect(readDomainName(text)).toBeUndefined();
  });

  it("is never too long for the names under it", () => {
    expect(readDomainName(`${"a.".repeat(93)}com`)).toBe(`${"a.".repeat(93)}com`);
    expect(readDomainName(`${"a.".repeat(94)}com`)).toBeUndefined();
  });

  it("is lower-case ASCII, and reads as itself, whatever it came from", () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string()), (text) => {
        const name = readDomainName(text);
        if (name === undefined) return;
        expect(name).toMatch(/^[a-z0-9.-]+$/);
        expect(readDomainName(name)).toBe(name);
      }),
    );
  });

  it("takes one label before it for its return path", () => {
    expect(["send", "a", "a-1"].map(isReturnPath)).toEqual([true, true, true]);
    expect(["", "a.b", "-a", "a-", "A", "ä", "a".repeat(64)].map(isReturnPath)).not.toContain(true);
  });
});

const facts = {
  name: "a.test",
  ownershipToken: "beef",
  verificationToken: "tok=",
  dkimTokens: ["x", "y"],
  mailFrom: "send.a.test",
};

describe("a domain's records", () => {
  it("are all that SES, its owner's proof and receivers look for", () => {
    expect(recordsOf(facts, "eu-west-1").map(({ type, name, value }) => `${type} ${name} ${value}`)).toEqual([
      "TXT _sendex-beef.a.test sendex-domain-owner",
      "TXT _amazonses.a.test tok=",
      "CNAME x._domainkey.a.test x.dkim.amazonses.com",
      "CNAME y._domainkey.a.test y.dkim.amazonses.com",
      "MX send.a.test feedback-smtp.eu-west-1.amazonses.com",
      "TXT send.a.test v=spf1 include:amazonses.com ~all",
      "TXT _dmarc.a.test v=DMARC1; p=none;",
    ]);
  });

  it("leave out what is not known or not needed", () => {
    const bare = { ...facts, ownershipToken: null, verificationToken: null, dkimTokens: [], mailFrom: null };
    expect(recordsOf(bare, "eu-west-1").map(({ record }) => record)).toEqual(["DMARC"]);
  });

  const [owner, , dkim, , mx, spf, dmarc] = recordsOf(facts, "eu-west-1");
  it.each([
    [owner, ["other", " sendex-domain-owner "], "verified"],
    [owner, ["something else"], "pending"],
    [owner, [], "pending"],
    [owner, undefined, "temporary_failure"],
    [dkim, ["x.dkim.amazonses.com"], "verified"],
    [dkim, ["elsewhere.test"], "failed"],
    [mx, ["feedback-smtp.eu-west-1.amazonses.com"], "verified"],
    [mx, ["feedback-smtp.us-east-1.amazonses.com"], "failed"],
    [spf, ["v=spf1 include:other.test include:amazonses.com -all"], "verified"],
    [spf, ["v=spf1 include:notamazonses.com -all"], "pending"],
    [dmarc, ["v=DMARC1; p=reject; rua=mailto:a@a.test"], "verified"],
    [dmarc, ["v=DMARC10"], "pending"],
  ])("%j with %j in DNS are %s", (record, found, status) => {
    expect(record && recordStatus(record, found)).toBe(status);
  });
});

const since = new Date("2026-03-05T12:00:00Z");
const after = (hours: number) => new Date(since.getTime() + hours * 3_600_000);
const identity = (state: DomainIdentity["state"], dkim = state): DomainIdentity => ({
  state,
  token: "t",
  dkim: { state: dkim, tokens: [] },
  mailFrom: null,
});

describe("a domain's status", () => {
  const look = {
    status: "pending",
    since,
    now: after(1),
    identity: identity("success"),
    owned: true,
  } as const;

  it("is verified once SES sends and signs for it and its owner is proven", () => {
    expect(judgeDomain(look)).toBe("verified");
    expect(judgeDomain({ ...look, owned: false })).toBe("pending");
    expect(judgeDomain({ ...look, identity: identity("success", "pending") })).toBe("pending");
    expect(judgeDomain({ ...look, identity: identity("pending", "success") })).toBe("pending");
    expect(judgeDomain({ ...look, identity: undefined })).toBe("pending");
  });

  it("is failed after 72 hours, unless it is proven at last", () => {
    const late = { ...look, now: after(72) };
    expect(judgeDomain({ ...late, owned: false, now: after(71.9) })).toBe("pending");
    expect(judgeDomain({ ...late, owned: false })).toBe("failed");
    expect(judgeDomain(late)).toBe("verified");
  });

  it("stays verified until SES gives it up", () => {
    const verified = { ...look, status: "verified", now: after(1000), owned: false } as const;
    for (const state of ["success", "pending", "temporary_failure"] as const)
      expect(judgeDomain({ ...verified, identity: identity(state) })).toBe("verified");
    for (const lost of [undefined, identity("failed"), identity("not_started")])
      expect(judgeDomain({ ...verified, identity: lost })).toBe("failed");
  });

  it("is looked at seldom once it is old, daily once verified, and not at all once failed", () => {
    const wait = (hours: number) =>
      (nextCheck("pending", since, after(hours), 1)?.getTime() ?? 0) - after(hours).getTime();
    expect([0, 1, 5, 20].map(wait)).toEqual([5_000, 360_000, 1_800_000, 3_600_000]);
    expect(nextCheck("verified", since, after(1), 1)).toEqual(after(25));
    expect(nextCheck("pending", since, since, 0.1)).toEqual(new Date(since.getTime() + 500));
    expect(nextCheck("failed", since, after(80), 1)).toBeNull();
  });
});

describe("a zone file", () => {
  it("has each record on a line, its names whole and its texts quoted", () => {
    const facts = {
      ...{ name: "shop.com", ownershipToken: "abc", verificationToken: 'a"b\\c' },
      ...{ dkimTokens: ["k1"], mailFrom: "send.shop.com" },
    };
    expect(zoneFile(facts, recordsOf(facts, "eu-west-1")).split("\n")).toEqual([
      "; shop.com",
      '_sendex-abc.shop.com.\t3600\tIN\tTXT\t"sendex-domain-owner"',
      '_amazonses.shop.com.\t3600\tIN\tTXT\t"a\\"b\\\\c"',
      "k1._domainkey.shop.com.\t3600\tIN\tCNAME\tk1.dkim.amazonses.com.",
      "send.shop.com.\t3600\tIN\tMX\t10 feedback-smtp.eu-west-1.amazonses.com.",
      'send.shop.com.\t3600\tIN\tTXT\t"v=spf1 include:amazonses.com ~all"',
      '_dmarc.shop.com.\t3600\tIN\tTXT\t"v=DMARC1; p=none;"',
      "",
    ]);
  });

  it("cuts a long text into strings", () => {
    const record = { record: "DKIM", name: "k.x.com", type: "TXT", value: "a".repeat(300) } as const;
    expect(zoneFile({ name: "x.com" }, [record])).toContain(`"${"a".repeat(255)}" "${"a".repeat(45)}"`);
  });
});
