import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newId } from "@sendex/crypto/token";
import { openTestApi, type TestApi } from "./api";
import { type Answer, type Call, type SdkServer, serveSdk } from "./resend";

/** Contacts and what belongs to them, by the unmodified SDK: 6.38's methods, and the audiences of the older ones. */

let api: TestApi;
let sdk: SdkServer;
let resend: Call;

beforeAll(async () => {
  api = await openTestApi();
  sdk = await serveSdk(api);
  resend = sdk.client("resend-6");
});
afterAll(async () => {
  await sdk.close();
  await api.close();
});

function dataOf({ data, error }: Answer): Record<string, unknown> {
  expect(error).toBeNull();
  return data ?? {};
}

const entriesOf = (answer: Answer): Record<string, unknown>[] =>
  dataOf(answer)["data"] as Record<string, unknown>[];

const made = async (method: string, wish: object): Promise<string> =>
  String(dataOf(await resend(method, wish))["id"]);

describe("contacts", () => {
  test("are made with properties, segments and topics, read, changed and removed", async () => {
    await resend("contactProperties.create", { key: "plan", type: "string", fallbackValue: "free" });
    await resend("contactProperties.create", { key: "seats", type: "number" });
    const segment = await made("segments.create", { name: "Customers" });
    const topic = await made("topics.create", { name: "News", defaultSubscription: "opt_in" });
    const created = dataOf(
      await resend("contacts.create", {
        ...{ email: "Ann+1@Example.com", firstName: "Ann", lastName: "Lee" },
        properties: { plan: "pro", seats: 3 },
        segments: [{ id: segment }],
        topics: [{ id: topic, subscription: "opt_out" }],
      }),
    );
    expect(created).toEqual({ object: "contact", id: expect.stringMatching(/^con_/) });
    const { id } = created;
    const shown = {
      ...{ object: "contact", id, email: "ann+1@example.com", first_name: "Ann", last_name: "Lee" },
      ...{ unsubscribed: false, created_at: expect.any(String) },
      properties: { plan: { type: "string", value: "pro" }, seats: { type: "number", value: 3 } },
    };
    expect(dataOf(await resend("contacts.get", id))).toMatchObject(shown);
    expect(dataOf(await resend("contacts.get", { email: "ann+1@example.com" }))).toMatchObject(shown);
    expect(entriesOf(await resend("contacts.segments.list", { contactId: id }))).toMatchObject([
      { id: segment },
    ]);
    expect(entriesOf(await resend("contacts.topics.list", { id }))).toEqual([
      { id: topic, name: "News", description: null, subscription: "opt_out" },
    ]);
    expect(entriesOf(await resend("contacts.list", { segmentId: segment }))).toMatchObject([{ id }]);
    const change = { id, firstName: null, unsubscribed: true, properties: { plan: null } };
    expect(dataOf(await resend("contacts.update", change))).toEqual({ object: "contact", id });
    expect(dataOf(await resend("contacts.get", id))).toMatchObject({
      ...{ first_name: null, last_name: "Lee", unsubscribed: true },
      properties: { seats: { type: "number", value: 3 } },
    });
    expect(dataOf(await resend("contacts.remove", { email: "ann+1@example.com" }))).toMatchObject({
      ...{ object: "contact", contact: id, deleted: true },
    });
    expect(await resend("contacts.get", id)).toMatchObject({ data: null, error: { name: "not_found" } });
    expect(entriesOf(await resend("contacts.list", { segmentId: segment }))).toEqual([]);
  });

  test("of one address are one contact, which a second call changes", async () => {
    const id = await made("contacts.create", { email: "twice@example.com", firstName: "A" });
    expect(await made("contacts.create", { email: "TWICE@example.com", lastName: "B" })).toBe(id);
    expect(dataOf(await resend("contacts.get", id))).toMatchObject({ first_name: "A", last_name: "B" });
  });

  test("who left stay so when they are removed and made again", async () => {
    const id = await made("contacts.create", { email: "left@example.com", unsubscribed: true });
    await resend("contacts.remove", id);
    const again = await made("contacts.create", { email: "left@example.com" });
    expect(dataOf(await resend("contacts.get", again))).toMatchObject({ unsubscribed: true });
    await resend("contacts.update", { id: again, unsubscribed: false });
    expect(dataOf(await resend("contacts.get", again))).toMatchObject({ unsubscribed: false });
  });

  test("what the account does not have is refused by its field, and nothing is made", async () => {
    const answer = await resend("contacts.create", {
      ...{ email: "refused@example.com", properties: { nothing: 1 } },
      topics: [{ id: newId("top", api.clock.now()), subscription: "opt_in" }],
    });
    expect(answer.error).toMatchObject({ name: "validation_error", statusCode: 400 });
    expect(answer.error?.message).toContain("properties.nothing");
    const inSegment = await resend("contacts.create", {
      ...{ email: "refused@example.com", segments: [{ id: newId("seg", api.clock.now()) }] },
    });
    expect(inSegment.error?.message).toContain("segments[0].id");
    expect(await resend("contacts.get", { email: "refused@example.com" })).toMatchObject({ data: null });
    expect((await resend("contacts.create", { email: "no address" })).error).toMatchObject({
      statusCode: 400,
    });
  });

  test("go in and out of segments, and choose topics, by id or address", async () => {
    const segment = await made("segments.create", { name: "Beta" });
    const topic = await made("topics.create", { name: "Beta news", defaultSubscription: "opt_out" });
    const id = await made("contacts.create", { email: "beta@example.com" });
    expect(
      dataOf(await resend("contacts.segments.add", { contactId: id, segmentId: segment })),
    ).toMatchObject({
      id: segment,
    });
    const byAddress = { email: "beta@example.com", segmentId: segment };
    expect(dataOf(await resend("contacts.segments.remove", byAddress))).toEqual({
      ...{ id: segment, audienceId: segment, deleted: true },
    });
    expect((await resend("contacts.segments.remove", byAddress)).error).toMatchObject({ name: "not_found" });
    const choice = { email: "beta@example.com", topics: [{ id: topic, subscription: "opt_in" }] };
    expect(dataOf(await resend("contacts.topics.update", choice))).toMatchObject({ id });
    const topics = entriesOf(await resend("contacts.topics.list", { email: "beta@example.com" }));
    expect(topics).toContainEqual(expect.objectContaining({ id: topic, subscription: "opt_in" }));
  });
});

describe("segments, topics and properties", () => {
  test("are made, listed, changed and removed", async () => {
    const segment = await made("segments.create", { name: "One" });
    expect(dataOf(await resend("segments.get", segment))).toMatchObject({ object: "segment", name: "One" });
    expect(dataOf(await resend("segments.update", segment, { name: "Two" }))).toMatchObject({ id: segment });
    expect(entriesOf(await resend("segments.list"))[0]).toMatchObject({ id: segment, name: "Two" });
    expect(dataOf(await resend("segments.remove", segment))).toMatchObject({
      object: "segment",
      deleted: true,
    });
    const topic = await made("topics.create", {
      name: "Tips",
      description: "Weekly",
      defaultSubscription: "opt_out",
    });
    expect(dataOf(await resend("topics.update", { id: topic, name: "Tricks" }))).toMatchObject({ id: topic });
    expect(dataOf(await resend("topics.get", topic))).toMatchObject({
      ...{ name: "Tricks", description: "Weekly", default_subscription: "opt_out" },
    });
    expect(entriesOf(await resend("topics.list")).map((one) => one["id"])).toContain(topic);
    expect(dataOf(await resend("topics.remove", topic))).toMatchObject({ object: "topic", deleted: true });
    expect((await resend("topics.get", topic)).error).toMatchObject({ name: "not_found" });
    const property = await made("contactProperties.create", {
      key: "city",
      type: "string",
      fallbackValue: "",
    });
    const again = await resend("contactProperties.create", { key: "city", type: "string" });
    expect(again.error).toMatchObject({ statusCode: 400 });
    expect(
      dataOf(await resend("contactProperties.update", { id: property, fallbackValue: "Rome" })),
    ).toMatchObject({
      ...{ object: "contact_property", id: property },
    });
    expect(dataOf(await resend("contactProperties.get", property))).toMatchObject({
      ...{ key: "city", type: "string", fallbackValue: "Rome" },
    });
    expect(entriesOf(await resend("contactProperties.list"))[0]).toMatchObject({ id: property, key: "city" });
    expect(dataOf(await resend("contactProperties.remove", property))).toMatchObject({ deleted: true });
    expect(
      (await resend("contactProperties.create", { key: "email", type: "string" })).error?.message,
    ).toContain("key");
  });

  test("of test and live are apart where contacts are, and shared where templates are", async () => {
    const other = sdk.client("resend-6", api.tenant.keys.test);
    const contact = await made("contacts.create", { email: "live@example.com" });
    const segment = await made("segments.create", { name: "Live" });
    const topic = await made("topics.create", { name: "Shared", defaultSubscription: "opt_in" });
    expect((await other("contacts.get", contact)).error).toMatchObject({ name: "not_found" });
    expect((await other("contacts.get", { email: "live@example.com" })).error).toMatchObject({
      name: "not_found",
    });
    expect((await other("segments.get", segment)).error).toMatchObject({ name: "not_found" });
    expect(dataOf(await other("topics.get", topic))).toMatchObject({ id: topic });
  });
});

describe.each(["resend-3", "resend-4"] as const)("%s: audiences", (version) => {
  test("are segments, with contacts in them", async () => {
    const old = sdk.client(version);
    const audience = dataOf(await old("audiences.create", { name: `Of ${version}` }));
    expect(audience).toMatchObject({ object: "audience", name: `Of ${version}` });
    const audienceId = audience["id"];
    const email = `old-${version}@example.com`;
    const { id } = dataOf(await old("contacts.create", { audienceId, email, firstName: "Old" }));
    expect(dataOf(await old("contacts.get", { audienceId, id }))).toMatchObject({ email, first_name: "Old" });
    expect(entriesOf(await old("contacts.list", { audienceId }))).toMatchObject([{ id, email }]);
    await old("contacts.update", { audienceId, id, unsubscribed: true });
    expect(dataOf(await old("contacts.get", { audienceId, id }))).toMatchObject({ unsubscribed: true });
    expect(dataOf(await old("contacts.remove", { audienceId, id }))).toMatchObject({ deleted: true });
    expect(entriesOf(await old("audiences.list")).map((one) => one["id"])).toContain(audienceId);
    expect(dataOf(await old("audiences.remove", audienceId))).toMatchObject({
      id: audienceId,
      deleted: true,
    });
  });
});
