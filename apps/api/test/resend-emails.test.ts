import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { emailOf, openTestApi, type TestApi } from "./api";
import { type Call, type SdkServer, serveSdk, VERSIONS } from "./resend";

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

const inAnHour = (): string => new Date(api.clock.now().getTime() + 3_600_000).toISOString();

describe.each(VERSIONS)("%s: emails", (version) => {
  let resend: Call;
  let from: string;
  beforeAll(() => {
    resend = sdk.client(version);
    from = `Me <me@${api.tenant.domain}>`;
  });

  test("sends, and reads what it sent", async () => {
    const sent = await resend("emails.send", {
      from,
      to: ["you@inbox.example"],
      cc: "copy@inbox.example",
      replyTo: "answers@inbox.example",
      subject: "Hello",
      html: "<p>Hello</p>",
      text: "Hello",
      tags: [{ name: "kind", value: "greeting" }],
      headers: { "X-Entity-Ref-ID": "1" },
      attachments: [{ filename: "a.txt", content: Buffer.from("a file") }],
    });
    expect(sent).toMatchObject({ data: { id: expect.stringMatching(/^msg_/) }, error: null });
    const got = await resend("emails.get", sent.data?.["id"]);
    expect(got.error).toBeNull();
    expect(got.data).toMatchObject({
      object: "email",
      id: sent.data?.["id"],
      to: ["you@inbox.example"],
      cc: ["copy@inbox.example"],
      bcc: null,
      reply_to: ["answers@inbox.example"],
      from,
      subject: "Hello",
      html: "<p>Hello</p>",
      text: "Hello",
      scheduled_at: null,
      last_event: "queued",
    });
  });

  test("repeats a request with its idempotency key, where the version has one", async () => {
    const email = { from, to: "you@inbox.example", subject: `Once ${version}`, text: "Once" };
    const options = { idempotencyKey: `once-${version}` };
    const first = await resend("emails.send", email, options);
    const again = await resend("emails.send", email, options);
    expect(first.error).toBeNull();
    if (version === "resend-3") expect(again.data?.["id"]).not.toBe(first.data?.["id"]);
    else expect(again.data?.["id"]).toBe(first.data?.["id"]);
  });

  test("sends a batch", async () => {
    const email = { from, to: "you@inbox.example", subject: "One of two", text: "Hello" };
    const sent = await resend("batch.send", [email, { ...email, to: "other@inbox.example" }]);
    expect(sent.error).toBeNull();
    const data = sent.data?.["data"];
    expect(data).toEqual([{ id: expect.stringMatching(/^msg_/) }, { id: expect.stringMatching(/^msg_/) }]);
  });

  test("gets errors as its users know them", async () => {
    const bad = await resend("emails.send", { from, subject: "Nobody", text: "Hello" });
    expect(bad).toMatchObject({ data: null, error: { name: "validation_error" } });
    expect(typeof bad.error?.message).toBe("string");
    const unknown = await resend("emails.get", "msg_00000000000000000000000000");
    expect(unknown).toMatchObject({ data: null, error: { name: "not_found" } });
    const stranger = sdk.client(version, "sk_live_nobody");
    const refused = await stranger("emails.send", { from, to: "you@inbox.example", text: "Hello" });
    expect(refused).toMatchObject({ data: null, error: { name: "invalid_api_key" } });
    const sendOnly = sdk.client(version, api.tenant.keys.sendOnly);
    const restricted = await sendOnly("emails.get", "msg_00000000000000000000000000");
    expect(restricted).toMatchObject({ data: null, error: { name: "restricted_api_key" } });
  });

  // The older ones have no method that nothing of ours is behind.
  if (version === "resend-6")
    test("is told not_found where there is nothing of ours", async () => {
      const answer = await resend("automations.list");
      expect(answer).toMatchObject({ data: null, error: { name: "not_found" } });
    });
});

describe.each(["resend-4", "resend-6"] as const)("%s: emails in time", (version) => {
  test("schedules, moves and cancels", async () => {
    const resend = sdk.client(version);
    const sent = await resend("emails.send", {
      from: `Me <me@${api.tenant.domain}>`,
      to: "you@inbox.example",
      subject: "Later",
      text: "Later",
      scheduledAt: inAnHour(),
    });
    const id = sent.data?.["id"];
    const moved = await resend("emails.update", { id, scheduledAt: inAnHour() });
    expect(moved).toMatchObject({ data: { object: "email", id }, error: null });
    const cancelled = await resend("emails.cancel", id);
    expect(cancelled).toMatchObject({ data: { object: "email", id }, error: null });
  });
});

describe("resend-6 alone", () => {
  test("lists, page by page", async () => {
    const resend = sdk.client("resend-6");
    const first = await resend("emails.list", { limit: 2 });
    expect(first).toMatchObject({ data: { object: "list", has_more: true }, error: null });
    const page = first.data?.["data"] as { id: string }[];
    expect(page).toHaveLength(2);
    const next = await resend("emails.list", { limit: 2, after: page[1]?.id });
    const more = next.data?.["data"] as { id: string }[];
    expect(more.map(({ id }) => id)).not.toContain(page[1]?.id);
  });

  test("sends what it can of a permissive batch", async () => {
    const resend = sdk.client("resend-6");
    const good = emailOf(api.tenant);
    const sent = await resend("batch.send", [good, { ...good, to: "nowhere" }], {
      batchValidation: "permissive",
    });
    expect(sent.error).toBeNull();
    expect(sent.data).toMatchObject({
      data: [{ id: expect.stringMatching(/^msg_/) }],
      errors: [{ index: 1, message: expect.stringContaining("to") }],
    });
  });
});
