import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { plain } from "@sendex/data/database/pools";
import { emailOf, type Method, openTestApi, type TestApi } from "./api";

let api: TestApi;
const ids = { live: "", test: "" };
const MODES = ["live", "test"] as const;
const keyOf = (mode: "live" | "test"): string => api.tenant.keys[mode === "live" ? "full" : "test"];
beforeAll(async () => {
  api = await openTestApi();
  const scheduled_at = "in 1 hour";
  for (const mode of MODES) {
    const answer = await api.send("post", "/api/v1/emails", {
      key: keyOf(mode),
      body: emailOf(api.tenant, { scheduled_at }),
    });
    ids[mode] = answer.body.id;
  }
});
afterAll(() => api.close());

describe.each([
  ["live", "test"],
  ["test", "live"],
] as const)("a %s key", (own, other) => {
  const get = (path: string) => api.send("get", path, { key: keyOf(own) });

  test.each(["/api/v1/emails", "/v1/messages", "/api/v1/emails?status=scheduled", "/v1/messages?q=e"])(
    "lists mail of its own mode alone, and says so: %s",
    async (path) => {
      const { body } = await get(path);
      expect(body.data).toMatchObject([{ message_id: ids[own], mode: own }]);
    },
  );

  test.each(["/api/v1/emails/:id", "/v1/messages/:id"])(
    "reads mail of its own mode alone: %s",
    async (path) => {
      const read = await get(path.replace(":id", ids[own]));
      expect(read.body).toMatchObject({ message_id: ids[own], mode: own });
      expect((await get(path.replace(":id", ids[other]))).status).toBe(404);
    },
  );

  test.each(["/api/v1/emails/:id/explain", "/v1/messages/:id/explain", "/api/v1/emails/:id/attachments"])(
    "looks into mail of its own mode alone: %s",
    async (path) => {
      expect((await get(path.replace(":id", ids[own]))).status).toBe(200);
      expect((await get(path.replace(":id", ids[other]))).status).toBe(404);
    },
  );

  test("changes nothing of the other mode", async () => {
    const key = keyOf(own);
    const path = `/api/v1/emails/${ids[other]}`;
    const moved = await api.send("patch", path, { key, body: { scheduled_at: "in 2 hours" } });
    const cancelled = await api.send("post", `${path}/cancel`, { key });
    const deleted = await api.send("delete", `/v1/messages/${ids[other]}`, { key });
    expect([moved.status, cancelled.status, deleted.status]).toEqual([404, 404, 404]);
    const read = await api.send("get", path, { key: keyOf(other) });
    expect(read.body).toMatchObject({ status: "scheduled" });
  });
});

describe.each([
  ["live", "test"],
  ["test", "live"],
] as const)("endpoints of a %s key", (own, other) => {
  const PATH = "/api/v1/webhooks";
  const as = (mode: "live" | "test", method: Method, path: string, body?: unknown) =>
    api.send(method, path, { key: keyOf(mode), ...(body !== undefined && { body }) });
  let mine: string;
  let theirs: string;
  beforeAll(async () => {
    const body = { endpoint: "https://hooks.example/a" };
    [mine, theirs] = [
      (await as(own, "post", PATH, body)).body.id,
      (await as(other, "post", PATH, body)).body.id,
    ];
    await as(other, "post", "/api/v1/emails", emailOf(api.tenant));
  });
  afterAll(() => plain(api.context.data).query("DELETE FROM webhooks"));

  test("are of its mode, and say so", async () => {
    expect((await as(own, "get", `${PATH}/${mine}`)).body).toMatchObject({ id: mine, mode: own });
    expect((await as(own, "get", PATH)).body.data).toMatchObject([{ id: mine, mode: own }]);
  });

  test.each<{ method: Method; rest: string; body?: object }>([
    { method: "get", rest: "" },
    { method: "patch", rest: "", body: { status: "disabled" } },
    { method: "post", rest: "/signing-secret/rotate" },
    { method: "get", rest: "/events" },
    { method: "delete", rest: "" },
  ])("of the other mode are not there: $method $rest", async ({ method, rest, body }) => {
    expect((await as(own, method, `${PATH}/${theirs}${rest}`, body)).status).toBe(404);
    expect((await as(other, "get", `${PATH}/${theirs}`)).body).toMatchObject({ status: "enabled" });
  });

  test("keep their events to their mode, each of which says it", async () => {
    const { body } = await as(other, "get", `${PATH}/${theirs}/events`);
    expect(body.data).toMatchObject([{ type: "email.queued", mode: other }]);
    const event = `/events/${body.data[0].id}`;
    const told = await as(other, "get", `${PATH}/${theirs}${event}`);
    expect(told.body).toMatchObject({ mode: other, payload: { mode: other } });
    for (const [method, rest] of [
      ["get", ""],
      ["get", "/attempts"],
      ["post", "/replay"],
    ] as const)
      for (const id of [mine, theirs])
        expect((await as(own, method, `${PATH}/${id}${event}${rest}`)).status).toBe(404);
    expect((await as(own, "get", `${PATH}/${mine}/events`)).body.data).toEqual([]);
  });

  test("hide what they were told of the other mode's mail before they had one", async () => {
    const { data } = api.context;
    const { rows } = await plain(data).query<{ event_id: string }>(
      "UPDATE deliveries SET webhook_id = $1 WHERE webhook_id = $2 RETURNING event_id",
      [mine, theirs],
    );
    const event = rows[0]?.event_id ?? "";
    for (const rest of ["", "/attempts"])
      expect((await as(own, "get", `${PATH}/${mine}/events/${event}${rest}`)).status).toBe(404);
    expect((await as(own, "post", `${PATH}/${mine}/events/${event}/replay`)).status).toBe(404);
    expect((await as(own, "get", `${PATH}/${mine}/events`)).body.data).toEqual([]);
  });
});

describe.each([
  ["live", "test"],
  ["test", "live"],
] as const)("suppressions of a %s key", (own, other) => {
  const as = (mode: "live" | "test", method: Method, path: string, body?: unknown) =>
    api.send(method, path, { key: keyOf(mode), ...(body !== undefined && { body }) });
  beforeEach(() => plain(api.context.data).query("TRUNCATE suppressions, test_suppressions"));

  test.each([
    ["/api/v1/suppressions", { email: "a@inbox.example" }],
    ["/v1/suppressions", { recipient: "a@inbox.example" }],
    ["/v1/unsubscribes", { recipient: "a@inbox.example" }],
  ])("are kept to its mode, and say so: %s", async (path, body) => {
    const added = await as(own, "post", path, body);
    expect([added.status, added.body.mode]).toEqual([201, own]);
    for (const key of [added.body.id, "a@inbox.example"]) {
      expect((await as(own, "get", `${path}/${key}`)).body).toMatchObject({ id: added.body.id, mode: own });
      expect((await as(other, "get", `${path}/${key}`)).status).toBe(404);
      expect((await as(other, "delete", `${path}/${key}`)).status).toBe(404);
    }
    expect((await as(other, "get", path)).body.data).toEqual([]);
    expect((await as(other, "post", path, body)).status).toBe(201);
    expect((await as(own, "get", path)).body.data).toMatchObject([{ id: added.body.id, mode: own }]);
    expect((await as(own, "delete", `${path}/${added.body.id}`)).status).toBe(200);
    expect((await as(other, "get", path)).body.data).toMatchObject([{ mode: other }]);
  });

  test("are added and removed in batches of its mode alone", async () => {
    const path = "/api/v1/suppressions";
    const emails = ["a@inbox.example", "b@inbox.example"];
    await as(other, "post", `${path}/batch/add`, { emails });
    const added = await as(own, "post", `${path}/batch/add`, { emails });
    expect(added.body.data).toMatchObject([{ mode: own }, { mode: own }]);
    expect((await as(own, "post", `${path}/batch/remove`, { emails })).body.data).toHaveLength(2);
    expect((await as(other, "get", path)).body.data).toHaveLength(2);
  });
});
