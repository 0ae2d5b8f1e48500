import { afterEach, expect, test } from "@jest/globals";
import { openSesIdentities } from "../src/ses-identities";
import { closers, errorV1, fakeSes, type Seen } from "./fake-ses";

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const entry = (key: string, value: string) => `<entry><key>${key}</key><value>${value}</value></entry>`;

/** What SES answers to each action; an action without an answer is an error. */
async function openAt(results: Record<string, string>) {
  const asked: URLSearchParams[] = [];
  const { url } = await fakeSes((seen: Seen, response) => {
    const form = new URLSearchParams(seen.body);
    asked.push(form);
    const action = form.get("Action") ?? "";
    const result = results[action];
    const body =
      result === undefined
        ? errorV1("Throttling", "Rate exceeded")
        : `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result></${action}Response>`;
    response.writeHead(result === undefined ? 400 : 200, { "content-type": "text/xml" }).end(body);
  });
  const identities = openSesIdentities({ region: "eu-west-1", endpoint: url });
  closers.push(() => identities.close());
  return { identities, asked };
}

test("begins a domain with its tokens, and names its return path", async () => {
  const { identities, asked } = await openAt({
    VerifyDomainIdentity: "<VerificationToken>tok</VerificationToken>",
    VerifyDomainDkim: "<DkimTokens><member>a</member><member>b</member></DkimTokens>",
    SetIdentityMailFromDomain: "",
    DeleteIdentity: "",
  });
  expect(await identities.begin("a.test")).toEqual({ token: "tok", dkimTokens: ["a", "b"] });
  await identities.setMailFrom("a.test", "send.a.test");
  await identities.remove("a.test");
  expect(asked.map((form) => form.get("Action"))).toEqual([
    "VerifyDomainIdentity",
    "VerifyDomainDkim",
    "SetIdentityMailFromDomain",
    "DeleteIdentity",
  ]);
  expect(asked[2]?.get("MailFromDomain")).toBe("send.a.test");
  expect(asked[2]?.get("BehaviorOnMXFailure")).toBe("UseDefaultValue");
});

test("describes what SES knows, and leaves out what it does not", async () => {
  const { identities } = await openAt({
    GetIdentityVerificationAttributes: `<VerificationAttributes>${entry("a.test", "<VerificationStatus>Success</VerificationStatus><VerificationToken>tok</VerificationToken>")}</VerificationAttributes>`,
    GetIdentityDkimAttributes: `<DkimAttributes>${entry("a.test", "<DkimEnabled>true</DkimEnabled><DkimVerificationStatus>Pending</DkimVerificationStatus><DkimTokens><member>a</member></DkimTokens>")}</DkimAttributes>`,
    GetIdentityMailFromDomainAttributes: `<MailFromDomainAttributes>${entry("a.test", "<MailFromDomain>send.a.test</MailFromDomain>")}</MailFromDomainAttributes>`,
  });
  expect([...(await identities.describe(["a.test", "b.test"]))]).toEqual([
    [
      "a.test",
      { state: "success", token: "tok", dkim: { state: "pending", tokens: ["a"] }, mailFrom: "send.a.test" },
    ],
  ]);
});

test("rejects where SES refuses", async () => {
  const { identities } = await openAt({});
  await expect(identities.begin("a.test")).rejects.toThrow("Rate exceeded");
  await expect(identities.describe(["a.test"])).rejects.toThrow("Rate exceeded");
});
