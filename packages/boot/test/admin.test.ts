import { afterEach, describe, expect, it } from "@jest/globals";
import { openAdmin, type Admin } from "@sendex/boot/admin";

describe("admin server", () => {
  let admin: Admin | undefined;
  afterEach(() => admin?.close());

  async function get(path: string, ready: () => Promise<Record<string, string>>) {
    admin = await openAdmin({
      port: 0,
      ready,
      metrics: async () => ({ contentType: "text/plain; version=0.0.4", text: "up 1\n" }),
    });
    return fetch(`http://127.0.0.1:${admin.port}${path}`);
  }
  const fine = async () => ({ postgres: "ok" });

  it("is healthy while the event loop turns, whatever is down", async () => {
    expect((await get("/healthz", () => Promise.reject(new Error("no")))).status).toBe(200);
  });

  it("is ready when everything is ok", async () => {
    const response = await get("/readyz", fine);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ready", postgres: "ok" });
  });

  it("stays in service while degraded, and says what is", async () => {
    const response = await get("/readyz", async () => ({
      postgres: "ok",
      messages: "degraded: one is stuck",
    }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "degraded",
      postgres: "ok",
      messages: "degraded: one is stuck",
    });
    const down = async () => ({ redis: "down: no answer", messages: "degraded: one is stuck" });
    expect((await get("/readyz", down)).status).toBe(503);
  });

  it("answers 503 and names what is down", async () => {
    const response = await get("/readyz", async () => ({ postgres: "ok", redis: "down: no answer" }));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "not ready", redis: "down: no answer" });
  });

  it("answers 503 when the check itself fails", async () => {
    expect((await get("/readyz", () => Promise.reject(new Error("broken")))).status).toBe(503);
  });

  it("serves the metrics", async () => {
    const response = await get("/metrics", fine);
    expect(response.headers.get("content-type")).toContain("version=0.0.4");
    expect(await response.text()).toBe("up 1\n");
  });

  it("knows nothing else", async () => {
    expect((await get("/", fine)).status).toBe(404);
  });
});
