import {
  DeleteIdentityCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  ListIdentitiesCommand,
  SetIdentityMailFromDomainCommand,
  VerifyDomainDkimCommand,
  VerifyDomainIdentityCommand,
} from "@aws-sdk/client-ses";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { eventually, startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ verifyDelayMs: 50 });
});
afterAll(() => sandbox.close());

test("a domain goes from pending to verified, DKIM included, and can be deleted", async () => {
  const domain = "new.test";
  const { VerificationToken } = await sandbox.ses.send(new VerifyDomainIdentityCommand({ Domain: domain }));
  const { DkimTokens } = await sandbox.ses.send(new VerifyDomainDkimCommand({ Domain: domain }));
  expect(VerificationToken).toBeTruthy();
  expect(DkimTokens).toHaveLength(3);
  const attributes = async () => {
    const input = { Identities: [domain, "unknown.test"] };
    const { VerificationAttributes } = await sandbox.ses.send(
      new GetIdentityVerificationAttributesCommand(input),
    );
    const { DkimAttributes } = await sandbox.ses.send(new GetIdentityDkimAttributesCommand(input));
    expect(Object.keys(VerificationAttributes ?? {})).toEqual([domain]);
    return { verification: VerificationAttributes?.[domain], dkim: DkimAttributes?.[domain] };
  };
  await sandbox.call("POST", "/_sandbox/domains", { domain, status: "pending" });
  expect(await attributes()).toMatchObject({
    verification: { VerificationStatus: "Pending", VerificationToken },
    dkim: { DkimEnabled: true, DkimVerificationStatus: "Pending", DkimTokens },
  });
  await sandbox.call("POST", "/_sandbox/domains", { domain });
  expect(await attributes()).toMatchObject({
    verification: { VerificationStatus: "Success" },
    dkim: { DkimVerificationStatus: "Success" },
  });
  expect((await sandbox.ses.send(new ListIdentitiesCommand({}))).Identities).toContain(domain);
  await sandbox.ses.send(new DeleteIdentityCommand({ Identity: domain }));
  expect((await sandbox.ses.send(new ListIdentitiesCommand({}))).Identities).not.toContain(domain);
});

test("a domain verified through the API becomes so by itself after a while", async () => {
  await sandbox.ses.send(new VerifyDomainIdentityCommand({ Domain: "soon.test" }));
  await eventually(async () => {
    const input = { Identities: ["soon.test"] };
    const { VerificationAttributes } = await sandbox.ses.send(
      new GetIdentityVerificationAttributesCommand(input),
    );
    return VerificationAttributes?.["soon.test"]?.VerificationStatus === "Success" ? true : undefined;
  });
});

test("a MAIL FROM domain can be set and read", async () => {
  const MailFromDomain = "bounce.example.com";
  await sandbox.ses.send(new SetIdentityMailFromDomainCommand({ Identity: "example.com", MailFromDomain }));
  const { MailFromDomainAttributes } = await sandbox.ses.send(
    new GetIdentityMailFromDomainAttributesCommand({ Identities: ["example.com"] }),
  );
  expect(MailFromDomainAttributes?.["example.com"]).toMatchObject({
    MailFromDomain,
    MailFromDomainStatus: "Success",
  });
});
