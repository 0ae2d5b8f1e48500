import { setTimeout as sleep } from "node:timers/promises";
import { serve, type ReceivedRequest } from "./http-server";

/** Stands between the sandbox's SNS and the API: what passes is remembered, and may be lost. */
export interface Relay {
  /** Where the topic is subscribed. */
  url: string;
  /** Notifications (not confirmations) that came, oldest first. */
  notifications(): ReceivedRequest[];
  /** From now on notifications are taken and thrown away, as when SNS gave up on them. */
  lose(): void;
  /** From now on each notification is handed on so many times, all at once, as when SNS repeats itself. */
  repeat(times: number): void;
  pass(): void;
  /** Hands an envelope to the API as SNS does. → status */
  deliver(request: Pick<ReceivedRequest, "headers" | "body">): Promise<number>;
  close(): Promise<void>;
}

/** @param target `/api/ses-notifications` of the API */
export async function startRelay(target: string): Promise<Relay> {
  const notifications: ReceivedRequest[] = [];
  let times = 1;
  const server = await serve(async (request) => {
    const isNotification = request.headers["x-amz-sns-message-type"] === "Notification";
    if (isNotification) notifications.push(request);
    const copies = isNotification ? times : 1;
    const statuses = await Promise.all(Array.from({ length: copies }, () => deliver(target, request)));
    // SNS comes again until each copy was taken.
    return { status: statuses.find((status) => status >= 500) ?? statuses[0] ?? 200 };
  });
  return {
    url: server.url,
    notifications: () => [...notifications],
    lose: () => void (times = 0),
    repeat: (wanted) => void (times = wanted),
    pass: () => void (times = 1),
    deliver: (request) => deliver(target, request),
    close: server.close,
  };
}

const AWAY_MS = 10_000;
const PAUSE_MS = 100;

/**
 * An API that is away is asked again for a while, longer than a restart takes: at a small RETRY_TIME_SCALE the sandbox's
 * own retries are over within seconds. What the API answers is passed on as it is.
 */
async function deliver(
  target: string,
  { headers, body }: Pick<ReceivedRequest, "headers" | "body">,
): Promise<number> {
  const deadline = performance.now() + AWAY_MS;
  const own = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith("x-amz-") ? [[name, String(value)]] : [],
  );
  const request = {
    method: "POST",
    body,
    headers: { ...Object.fromEntries(own), "content-type": "text/plain" },
  };
  for (;;) {
    try {
      const answer = await fetch(target, request);
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      if (performance.now() > deadline) return 502;
    }
    await sleep(PAUSE_MS);
  }
}
