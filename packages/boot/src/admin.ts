import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface AdminOptions {
  /** 0: any free one. */
  port: number;
  /** Names each thing needed, with `ok` or what is wrong with it; `degraded: …` does not keep it from its work. */
  ready: () => Promise<Record<string, string>>;
  metrics: () => Promise<{ contentType: string; text: string }>;
}

export interface Admin {
  port: number;
  close(): Promise<void>;
}

/** Loopback only: nothing here is for the public. */
const HOST = "127.0.0.1";
const READY_MS = 4_000;

/** Serves /healthz (the event loop turns), /readyz (200, also while degraded, or 503; naming what is wrong) and /metrics. */
export async function openAdmin({ port, ready, metrics }: AdminOptions): Promise<Admin> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (path === "/healthz") return answer(response, 200, "application/json", '{"status":"ok"}');
    if (path === "/readyz") return void answerReady(response, ready);
    if (path === "/metrics") return void answerMetrics(response, metrics);
    return answer(response, 404, "application/json", '{"error":"not_found"}');
  });
  server.keepAliveTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerReady(response: ServerResponse, ready: AdminOptions["ready"]): Promise<void> {
  const late = sleep<Record<string, string>>(READY_MS, { process: "no answer in time" }, { ref: false });
  const parts = await Promise.race([ready(), late]).catch((error: unknown) => ({
    process: error instanceof Error ? error.message : "unknown",
  }));
  const bad = Object.values(parts).filter((state) => state !== "ok");
  const able = bad.every((state) => state.startsWith("degraded: "));
  const status = bad.length === 0 ? "ready" : able ? "degraded" : "not ready";
  answer(response, able ? 200 : 503, "application/json", JSON.stringify({ status, ...parts }));
}

async function answerMetrics(response: ServerResponse, metrics: AdminOptions["metrics"]): Promise<void> {
  try {
    const { contentType, text } = await metrics();
    answer(response, 200, contentType, text);
  } catch (error) {
    answer(response, 500, "text/plain", error instanceof Error ? error.message : "unknown");
  }
}

function answer(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { "content-type": contentType }).end(body);
}
