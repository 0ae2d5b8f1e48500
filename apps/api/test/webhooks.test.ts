import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { WEBHOOK_EVENTS } from "@sendex/core/webhooks/event";
import { checkEndpointUrl } from "@sendex/outside/address-guard";
import { openTestApi, type TestApi } from "./api";
import { prisma } from "@sendex/data/database/pools";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  api.context.ports.checkEndpoint = (url) => checkEndpointUrl(url);
});
afterAll(() => api.close());

const PATH = "/api/v1/webhooks";
const create = (body: unknown) => api.send("post", PATH, { body });

describe("webhooks", () => {
  test("are created, with a secret that is shown only then, listed, read and deleted", async () => {
    const created = await create({
      endpoint: "https://hooks.example/a",
      events: ["email.sent", "email.bounced"],
    });
    expect(created.status).toBe(201);
    const { signing_secret, ...rest } = created.body;
    expect(signing_secret).toMatch(/^whsec_[A-Za-z0-9+/=]{20,}$/);
    expect(rest).toEqual({
      object: "webhook",
      id: expect.stringMatching(/^whk_/),
      mode: "live",
      endpoint: "https://hooks.example/a",
      events: ["email.sent", "email.bounced"],
      status: "enabled",
      disabled_reason: null,
      disabled_at: null,
      failing_since: null,
      created_at: api.clock.now().toISOString(),
    });
    const path = `${PATH}/${rest.id}`;
    expect((await api.send("get", path)).body).toEqual(rest);
    const list = await api.send("get", PATH);
    expect(list.body).toEqual({ object: "list", data: [rest], has_more: false });
    const deleted = await api.send("delete", path);
    expect([deleted.status, deleted.body]).toEqual([200, { object: "webhook", id: rest.id, deleted: true }]);
    expect((await api.send("get", path)).status).toBe(404);
    expect((await api.send("delete", path)).status).toBe(404);
  });

  test("without a choice of events get all of them", async () => {
    for (const events of [undefined, null]) {
      const { body } = await create({ endpoint: "https://hooks.example/all", events });
      expect(body.events).toEqual([...WEBHOOK_EVENTS]);
    }
  });

  test("stored with an event that the catalogue no longer has are read as they are", async () => {
    const { id } = (await create({ endpoint: "https://hooks.example/old" })).body;
    const events = ["contact.created", "email.sent"];
    await prisma(api.context.data).webhook.updateMany({ where: { id }, data: { events } });
    expect((await api.send("get", `${PATH}/${id}`)).body.events).toEqual(events);
    expect((await api.send("get", `${PATH}?limit=1`)).body.data[0].events).toEqual(events);
    await api.send("delete", `${PATH}/${id}`);
  });

  test("page like any list", async () => {
    const first = await api.send("get", `${PATH}?limit=1`);
    expect([first.body.data.length, first.body.has_more]).toEqual([1, true]);
    const rest = await api.send("get", `${PATH}?limit=1&after=${first.body.data[0].id}`);
    expect([rest.body.data.length, rest.body.has_more]).toEqual([1, false]);
    const wrong = await api.send("get", `${PATH}?limit=no&x=1`);
    expect([wrong.status, wrong.body.errors.length]).toEqual([400, 2]);
  });

  test.each([
    [{}, "endpoint"],
    [{ endpoint: 5 }, "endpoint"],
    [{ endpoint: "not a url" }, "endpoint"],
    [{ endpoint: "http://hooks.example/" }, "endpoint"],
    [{ endpoint: "https://127.0.0.1/" }, "endpoint"],
    [{ endpoint: "https://169.254.169.254/latest" }, "endpoint"],
    [{ endpoint: "https://hooks.example", events: "email.sent" }, "events"],
    [{ endpoint: "https://hooks.example", events: ["email.eaten"] }, "events[0]"],
    [{ endpoint: "https://hooks.example", events: ["email.sent", "email.received"] }, "events[1]"],
    [{ endpoint: "https://hooks.example", secret: "x" }, "secret"],
  ])("with %j are refused, naming %s", async (body, field) => {
    const answer = await create(body);
    expect([answer.status, answer.body.error]).toEqual([400, "bad_request"]);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  test("need a JSON object", async () => {
    for (const body of ["", "[]", "null"]) expect((await create(body)).status).toBe(400);
  });
});
