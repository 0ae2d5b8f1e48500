import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@sendex/sdk/client";
import type { Webhook } from "@sendex/sdk/generated/api";
import { type Finding, ok, warning, wrong } from "./finding";

/** As many as an account may have of a mode. */
const MOST = 50;
/** For an endpoint's answer to an event for testing: more than the 15 s that a delivery waits. */
const PROBE_MS = 20_000;
const LOOK_MS = 500;

/** Whether endpoints take what they are told. */
export async function lookAtWebhooks(client: Client, probe: boolean): Promise<Finding[]> {
  const { data } = await client.webhooks.list({ limit: MOST });
  if (data.length === 0)
    return [ok("webhook", "no endpoint is registered for mail of this key's mode; sendex listen needs none")];
  return Promise.all(data.map((endpoint) => lookAt(client, endpoint, probe)));
}

async function lookAt(client: Client, webhook: Webhook, probe: boolean): Promise<Finding> {
  const { id, endpoint, status, disabled_reason, failing_since } = webhook;
  if (status === "disabled")
    return wrong(
      "webhook",
      `${endpoint} is disabled${disabled_reason === null ? "" : `: ${disabled_reason}`}`,
      "Mend it, then enable it in the dashboard under Webhooks, and replay what it missed.",
    );
  const last = probe ? await probed(client, id) : await lastTry(client, id);
  if (last !== undefined && (probe || failing_since !== null) && !last.taken)
    return wrong("webhook", `${endpoint} does not take its events: ${last.says}`, REMEDY);
  if (failing_since !== null)
    return wrong("webhook", `${endpoint} has taken nothing since ${failing_since}`, REMEDY);
  if (last === undefined) return ok("webhook", `${endpoint} is enabled, and was not told anything yet`);
  return last.taken
    ? ok("webhook", `${endpoint} took its last event: ${last.says}`)
    : warning("webhook", `${endpoint} did not take its last event: ${last.says}`, REMEDY);
}

const REMEDY =
  "It must answer 2xx within 15 s from a public address; its tries, with their answers, are in the dashboard under Webhooks.";

interface Try {
  taken: boolean;
  says: string;
}

/** Of the last event that it was told; undefined where there was none. */
async function lastTry(client: Client, id: string): Promise<Try | undefined> {
  const [event] = (await client.webhooks.events.list(id, { limit: 1 })).data;
  return event && tryOf(client, id, event.id);
}

/** Of an event that never happened. */
async function probed(client: Client, id: string): Promise<Try> {
  const event = await client.webhooks.test(id);
  const deadline = performance.now() + PROBE_MS;
  while (performance.now() < deadline) {
    const found = await tryOf(client, id, event.id);
    if (found) return found;
    await sleep(LOOK_MS);
  }
  return { taken: false, says: `it was not tried within ${PROBE_MS / 1_000} s` };
}

async function tryOf(client: Client, id: string, eventId: string): Promise<Try | undefined> {
  const [last] = (await client.webhooks.events.attempts(id, eventId, { limit: 1 })).data;
  if (!last) return undefined;
  const { http_status_code: status, error, duration_ms } = last;
  const taken = status !== null && status >= 200 && status < 300;
  return { taken, says: status === null ? (error ?? "no answer") : `${status} in ${duration_ms} ms` };
}
