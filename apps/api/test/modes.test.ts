import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { emailOf, openTestApi, type TestApi } from "./api";

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
