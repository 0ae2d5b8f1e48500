import { Resolver } from "node:dns/promises";
import {
  GetIdentityDkimAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  SetIdentityMailFromDomainCommand,
  VerifyDomainDkimCommand,
  VerifyDomainIdentityCommand,
} from "@aws-sdk/client-ses";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;
let resolver: Resolver;
let now = 1_000_000;

beforeAll(async () => {
  sandbox = await startTestSandbox({ verifyDelayMs: 60_000 }, () => now);
  resolver = new Resolver({ timeout: 300, tries: 1 });
  resolver.setServers([`127.0.0.1:${sandbox.dnsPort}`]);
});
afterAll(() => sandbox.close());

async function begin(domain: string): Promise<{ token: string; dkim: string[] }> {
  const { VerificationToken } = await sandbox.ses.send(new VerifyDomainIdentityCommand({ Domain: domain }));
  const { DkimTokens } = await sandbox.ses.send(new VerifyDomainDkimCommand({ Domain: domain }));
  return { token: VerificationToken ?? "", dkim: DkimTokens ?? [] };
}

async function statesOf(domain: string): Promise<(string | undefined)[]> {
  const input = { Identities: [domain] };
  const verified = await sandbox.ses.send(new GetIdentityVerificationAttributesCommand(input));
  const signed = await sandbox.ses.send(new GetIdentityDkimAttributesCommand(input));
  return [
    verified.VerificationAttributes?.[domain]?.VerificationStatus,
    signed.DkimAttributes?.[domain]?.DkimVerificationStatus,
  ];
}

const publish = (record: Record<string, unknown>) => sandbox.call("POST", "/_sandbox/dns", record);

test("a published record is answered, and a domain whose records are published is verified at once", async () => {
  const { token, dkim } = await begin("told.test");
  expect(await statesOf("told.test")).toEqual(["Pending", "Pending"]);
  const name = "_amazonses.told.test";
  expect((await publish({ record: "Verification", name, type: "TXT", value: token })).status).toBe(200);
  expect(await resolver.resolveTxt(name)).toEqual([[token]]);
  expect(await statesOf("told.test")).toEqual(["Success", "Pending"]);
  for (const key of dkim) {
    const at = `${key}._domainkey.told.test`;
    await publish({ name: at, type: "CNAME", value: `${key}.dkim.amazonses.com` });
    expect(await resolver.resolveCname(at)).toEqual([`${key}.dkim.amazonses.com`]);
  }
  expect(await statesOf("told.test")).toEqual(["Success", "Success"]);
  await publish({ name: "told.test", type: "MX", value: "elsewhere.test", priority: 5 });
  expect(await resolver.resolveMx("told.test")).toMatchObject([{ exchange: "elsewhere.test", priority: 5 }]);
  await sandbox.call("DELETE", "/_sandbox/dns");
  expect(await statesOf("told.test")).toEqual(["Pending", "Pending"]);
});

test("after a while a domain's records are there by themselves", async () => {
  const { token } = await begin("soon.test");
  const MailFromDomain = "send.soon.test";
  await sandbox.ses.send(new SetIdentityMailFromDomainCommand({ Identity: "soon.test", MailFromDomain }));
  await expect(resolver.resolveTxt("_amazonses.soon.test")).rejects.toMatchObject({ code: "ENODATA" });
  now += 60_000;
  expect(await resolver.resolveTxt("_amazonses.soon.test")).toEqual([[token]]);
  expect(await resolver.resolveTxt("_sendex-beef.soon.test")).toEqual([["sendex-domain-owner"]]);
  expect(await resolver.resolveMx(MailFromDomain)).toMatchObject([
    { exchange: "feedback-smtp.us-east-1.amazonses.com", priority: 10 },
  ]);
  expect(await statesOf("soon.test")).toEqual(["Success", "Success"]);
});

test.each([{ type: "A" }, { type: "TXT", name: "" }, { type: "TXT", name: "a.test", value: 5 }])(
  "%j is no record",
  async (record) => {
    expect((await publish(record)).status).toBe(400);
  },
);

test("a sandbox for every domain takes mail from any", async () => {
  const any = await startTestSandbox({ verifiedDomains: ["*"] });
  try {
    await expect(any.sendRaw()).resolves.toMatchObject({ MessageId: expect.any(String) });
  } finally {
    await any.close();
  }
});
