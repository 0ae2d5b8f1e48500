import express, { type Express } from "express";
import type { Sandbox } from "../sandbox";

/** The loopback side for operators: is it alive, is it ready, how much has it done. */
export function createAdminApp(sandbox: Sandbox): Express {
  const app = express();
  app.disable("x-powered-by");
  app.get("/healthz", (_request, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_request, response) => void response.json({ status: "ready" }));
  app.get("/metrics", (_request, response) => {
    response.type("text/plain; version=0.0.4").send(metrics(sandbox));
  });
  return app;
}

function metrics(sandbox: Sandbox): string {
  const { accepted, recipients } = sandbox.ledger.counts();
  const { delivered, failed, dropped, pending, confirmed } = sandbox.topic.state();
  const lines = [
    ["sandbox_mails_accepted_total", "counter", accepted],
    ["sandbox_recipients_accepted_total", "counter", recipients],
    ["sandbox_notifications_delivered_total", "counter", delivered],
    ["sandbox_notifications_given_up_total", "counter", failed],
    ["sandbox_notifications_dropped_total", "counter", dropped],
    ["sandbox_notifications_pending", "gauge", pending],
    ["sandbox_subscription_confirmed", "gauge", confirmed ? 1 : 0],
    ["process_resident_memory_bytes", "gauge", process.memoryUsage.rss()],
  ];
  return lines.map(([name, kind, value]) => `# TYPE ${name} ${kind}\n${name} ${value}\n`).join("");
}
