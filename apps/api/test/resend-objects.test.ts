import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { driveOver } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { openTestApi, type TestApi } from "./api";
import { type Answer, type Call, type SdkServer, serveSdk, VERSIONS } from "./resend";

/** Every other method of the SDK that has something of ours behind it, beside emails and batches. */

let api: TestApi;
let sdk: SdkServer;

beforeAll(async () => {
  api = await openTestApi();
  sdk = await serveSdk(api);
});
afterAll(async () => {
  await sdk.close();
  await api.close();
});

/** The data of an answer that is no error. */
function dataOf({ data, error }: Answer): Record<string, unknown> {
  expect(error).toBeNull();
  return data ?? {};
}

const entriesOf = (answer: Answer): Record<string, unknown>[] =>
  dataOf(answer)["data"] as Record<string, unknown>[];

const domainName = (version: string): string => `${version}.conformance.example`;

describe.each(VERSIONS)("%s: domains and keys", (version) => {
  let resend: Call;
  beforeAll(() => {
    resend = sdk.client(version);
  });

  test("adds a domain, shows its records, looks at them again, and removes it", async () => {
    const created = dataOf(
      await resend("domains.create", { name: domainName(version), region: "us-east-1" }),
    );
    expect(created).toMatchObject({ id: expect.stringMatching(/^dom_/), name: domainName(version) });
    expect(created).toMatchObject({ region: expect.any(String), created_at: expect.any(String) });
    const records = created["records"] as Record<string, unknown>[];
    expect(records.map(({ record }) => record)).toEqual(expect.arrayContaining(["DKIM", "SPF"]));
    for (const record of records) {
      expect(record).toMatchObject({ name: expect.any(String), value: expect.any(String), ttl: "Auto" });
    }
    const { id } = created;
    expect(dataOf(await resend("domains.get", id))).toMatchObject({ object: "domain", id, records });
    const listed = entriesOf(await resend("domains.list"));
    expect(listed.map((one) => one["id"])).toContain(id);
    const change = { id, openTracking: true, clickTracking: false, tls: "enforced" };
    expect(dataOf(await resend("domains.update", change))).toMatchObject({ object: "domain", id });
    expect(dataOf(await resend("domains.verify", id))).toMatchObject({ object: "domain", id });
    expect(dataOf(await resend("domains.remove", id))).toEqual({ object: "domain", id, deleted: true });
    expect(await resend("domains.get", id)).toMatchObject({ data: null, error: { name: "not_found" } });
  });

  test("is told what is wrong with a domain", async () => {
    const answer = await resend("domains.create", { name: "no domain" });
    expect(answer).toMatchObject({
      data: null,
      error: { name: "validation_error", message: expect.any(String) },
    });
  });

  test("makes a key that works, lists it, and revokes it", async () => {
    const made = dataOf(await resend("apiKeys.create", { name: `of ${version}`, permission: "full_access" }));
    expect(made).toMatchObject({
      id: expect.stringMatching(/^key_/),
      token: expect.stringMatching(/^sk_live_/),
    });
    const mine = sdk.client(version, String(made["token"]));
    const listed = entriesOf(await mine("apiKeys.list"));
    expect(listed).toContainEqual(
      expect.objectContaining({ id: made["id"], name: `of ${version}`, created_at: expect.any(String) }),
    );
    expect(dataOf(await resend("apiKeys.remove", made["id"]))).toMatchObject({ id: made["id"] });
    expect(await mine("apiKeys.list")).toMatchObject({ data: null, error: { name: "invalid_api_key" } });
  });

  test("makes a key that only sends", async () => {
    const made = dataOf(await resend("apiKeys.create", { name: "sends", permission: "sending_access" }));
    const sender = sdk.client(version, String(made["token"]));
    const email = { from: `me@${api.tenant.domain}`, to: "you@inbox.example", subject: "s", text: "t" };
    dataOf(await sender("emails.send", email));
    expect(await sender("domains.list")).toMatchObject({ data: null, error: { name: "restricted_api_key" } });
  });
});

describe("resend-6: what it alone has", () => {
  let resend: Call;
  let from: string;
  beforeAll(() => {
    resend = sdk.client("resend-6");
    from = `Me <me@${api.tenant.domain}>`;
  });

  test("renames a key, and pages through keys and domains", async () => {
    const { id } = dataOf(await resend("apiKeys.create", { name: "before" }));
    expect(dataOf(await resend("apiKeys.update", id, { name: "after" }))).toMatchObject({ id });
    const page = await resend("apiKeys.list", { limit: 1 });
    expect(page.data).toMatchObject({ object: "list", has_more: true, data: [{ id, name: "after" }] });
    expect(entriesOf(await resend("apiKeys.list", { limit: 1, after: id }))).toHaveLength(1);
    expect(dataOf(await resend("domains.list", { limit: 1 }))).toMatchObject({ object: "list" });
  });

  test("makes, publishes, uses, copies and removes a template", async () => {
    const variables = [{ key: "NAME", type: "string", fallbackValue: "you" }];
    const draft = {
      name: "Welcome",
      alias: "welcome-6",
      from,
      subject: "Hi",
      html: "<p>{{{NAME}}}</p>",
      variables,
    };
    const created = dataOf(await resend("templates.create", draft));
    expect(created).toEqual({ object: "template", id: expect.stringMatching(/^tpl_/) });
    const { id } = created;
    expect(dataOf(await resend("templates.get", "welcome-6"))).toMatchObject({
      object: "template",
      id,
      status: "draft",
      current_version_id: expect.any(String),
      variables: [{ key: "NAME", type: "string", fallback_value: "you" }],
    });
    expect(dataOf(await resend("templates.publish", id))).toMatchObject({ object: "template", id });
    const email = {
      from,
      to: "you@inbox.example",
      template: { id: "welcome-6", variables: { NAME: "Ada" } },
    };
    const sent = dataOf(await resend("emails.send", email));
    expect(dataOf(await resend("emails.get", sent["id"]))).toMatchObject({
      subject: "Hi",
      html: "<p>Ada</p>",
    });
    expect(dataOf(await resend("templates.update", id, { name: "Hello" }))).toMatchObject({ id });
    const copy = dataOf(await resend("templates.duplicate", id));
    expect(copy).toMatchObject({ object: "template", id: expect.stringMatching(/^tpl_/) });
    const listed = entriesOf(await resend("templates.list", { limit: 100 }));
    expect(listed.map((one) => one["id"])).toEqual(expect.arrayContaining([id, copy["id"]]));
    expect(dataOf(await resend("templates.remove", copy["id"]))).toMatchObject({
      id: copy["id"],
      deleted: true,
    });
  });

  test("adds, finds, lists and removes suppressions, one by one and many at a time", async () => {
    const added = dataOf(await resend("suppressions.add", { email: "one+tag@inbox.example" }));
    expect(added).toMatchObject({ object: "suppression", id: expect.stringMatching(/^sup_/) });
    const { id } = added;
    const known = { object: "suppression", id, email: "one+tag@inbox.example", origin: "manual" };
    expect(dataOf(await resend("suppressions.get", "one+tag@inbox.example"))).toMatchObject(known);
    expect(dataOf(await resend("suppressions.get", id))).toMatchObject(known);
    expect(entriesOf(await resend("suppressions.list", { origin: "manual" }))).toContainEqual(
      expect.objectContaining({ id }),
    );
    const many = ["two@inbox.example", "three@inbox.example"];
    expect(entriesOf(await resend("suppressions.batch.add", { emails: many }))).toHaveLength(2);
    expect(entriesOf(await resend("suppressions.batch.remove", { emails: many }))).toHaveLength(2);
    expect(dataOf(await resend("suppressions.remove", id))).toMatchObject({ id, deleted: true });
    expect(await resend("suppressions.get", id)).toMatchObject({ data: null, error: { name: "not_found" } });
  });

  test("lists a message's files, and gets one that can be downloaded", async () => {
    const file = { filename: "a.txt", content: Buffer.from("a file") };
    const email = { from, to: "you@inbox.example", subject: "s", text: "t", attachments: [file] };
    const { id: emailId } = dataOf(await resend("emails.send", email));
    const [listed = {}] = entriesOf(await resend("emails.attachments.list", { emailId }));
    const shown = {
      filename: "a.txt",
      size: 6,
      content_type: "text/plain",
      content_disposition: "attachment",
    };
    expect(listed).toMatchObject(shown);
    const got = dataOf(await resend("emails.attachments.get", { emailId, id: listed["id"] }));
    expect(got).toMatchObject({ object: "attachment", id: listed["id"], ...shown });
    const answer = await fetch(String(got["download_url"]));
    expect([answer.status, await answer.text()]).toEqual([200, "a file"]);
  });

  test("registers an endpoint, reads what it was told, verifies it, and changes and removes it", async () => {
    const events = ["email.queued", "email.sent"];
    const created = dataOf(await resend("webhooks.create", { endpoint: "https://hooks.example/6", events }));
    expect(created).toMatchObject({ object: "webhook", signing_secret: expect.stringMatching(/^whsec_/) });
    const { id: webhookId, signing_secret: webhookSecret } = created;
    expect(dataOf(await resend("webhooks.get", webhookId))).toMatchObject({
      id: webhookId,
      events,
      status: "enabled",
    });
    expect(entriesOf(await resend("webhooks.list"))).toContainEqual(
      expect.objectContaining({ id: webhookId }),
    );
    api.world.posted.length = 0;
    // The SDK takes no signature that is older than five minutes.
    api.clock.set(new Date());
    const email = { from, to: "you@inbox.example", subject: "Told", text: "t" };
    const { id: emailId } = dataOf(await resend("emails.send", email));
    const drive = await driveOver(api, api.tenant);
    await sendDue(drive);
    await deliverDue(drive);
    const told = api.world.posted.filter(({ url }) => url === "https://hooks.example/6");
    expect(told).not.toHaveLength(0);
    for (const { body: payload, headers } of told) {
      const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = headers;
      const event = await resend("webhooks.verify", {
        payload,
        headers: { id, timestamp, signature },
        webhookSecret,
      });
      expect(event).toMatchObject({ type: expect.stringMatching(/^email\./) });
    }
    const listed = entriesOf(await resend("webhooks.events.list", { webhookId }));
    const eventId = listed.find((one) => one["type"] === "email.queued")?.["id"];
    const shown = dataOf(await resend("webhooks.events.get", { webhookId, eventId }));
    expect(shown).toMatchObject({
      object: "webhook_event",
      status: "success",
      payload: { data: { email_id: emailId } },
    });
    const [tried] = entriesOf(await resend("webhooks.events.attempts.list", { webhookId, eventId }));
    expect(tried).toMatchObject({ http_status_code: 200, sent_at: expect.any(String) });
    expect(dataOf(await resend("webhooks.events.replay", { webhookId, eventId }))).toMatchObject({
      id: eventId,
    });
    expect(dataOf(await resend("webhooks.update", webhookId, { status: "disabled" }))).toMatchObject({
      id: webhookId,
    });
    const rotated = dataOf(await resend("webhooks.rotateSigningSecret", webhookId));
    expect(rotated["signing_secret"]).not.toBe(webhookSecret);
    expect(dataOf(await resend("webhooks.remove", webhookId))).toMatchObject({
      id: webhookId,
      deleted: true,
    });
  });
});
