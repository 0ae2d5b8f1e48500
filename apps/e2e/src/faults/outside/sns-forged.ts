import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReceivedRequest } from "../../http-server";
import type { Stack } from "../../stack";
import type { Fault } from "../row";
import { readLog, sendMany, settleDelivered } from "./count";
import { inParallel, missing, onStack, type Shown } from "./scene";
import { altered, untilIngested, untilNotified } from "./sns-envelope";

const WITHIN_MS = 60_000;
/** What a forgery might set off shows by then. */
const QUIET_MS = 1_000;
/** The events of a mail without any trouble. */
const OWN_EVENTS = ["email.queued", "email.sent", "email.delivered"];
const CERTIFICATE = "SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
/** A topic of AWS that is listened to, in a region that is none: its certificate can be fetched nowhere. */
const NOWHERE_TOPIC = "arn:aws:sns:xx-nowhere-1:123456789012:mail";
const NOWHERE_CERTIFICATE = `https://sns.xx-nowhere-1.amazonaws.com/${CERTIFICATE}`;

/** Row 21: notifications that are not from our topic, or no longer as it made them. */
export const snsForged: Fault = {
  row: "21",
  fault: "forged, foreign-topic, altered SNS",
  target: "403 only when the check ran and failed; no effect; no outbound request",
  messages: 1_000,
  run: (messages) =>
    onStack({ proxied: true, env: { SNS_TOPIC_ARNS: NOWHERE_TOPIC } }, (stack) => forge(stack, messages)),
};

type Forgery = (request: ReceivedRequest, trap: string) => ReceivedRequest;

const FORGERIES: Record<string, Forgery> = {
  "altered message": (request) => altered(request, { Message: bounce(request) }),
  "altered id": (request) => altered(request, { MessageId: "11111111-2222-3333-4444-555555555555" }),
  "altered time": (request) => altered(request, { Timestamp: "2020-01-01T00:00:00.000Z" }),
  "foreign topic": (request) => altered(request, { TopicArn: "arn:aws:sns:us-east-1:999999999999:other" }),
  "own certificate": (request, trap) => altered(request, { SigningCertURL: `${trap}/${CERTIFICATE}` }),
  "no signature": (request) => altered(request, { Signature: undefined }),
  "false confirmation": (request, trap) =>
    altered(request, { Type: "SubscriptionConfirmation", Token: "x", SubscribeURL: `${trap}/?Token=x` }),
  "no JSON": (request) => ({ ...request, body: "Type=Notification" }),
};

/** What a forger wants: the delivered mail to have bounced. */
function bounce({ body }: ReceivedRequest): string {
  const { mail } = JSON.parse(JSON.parse(body).Message);
  const bounced = { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [] };
  return JSON.stringify({ eventType: "Bounce", mail, bounce: bounced });
}

async function forge(stack: Stack, messages: number): Promise<Shown> {
  const ids = await sendMany(stack, messages);
  const settled = await settleDelivered(stack, ids, WITHIN_MS);
  const notifications = await untilNotified(stack, 2 * messages, WITHIN_MS);
  const trap = await openTrap();
  const forgeries = Object.entries(FORGERIES);
  const wrong = await inParallel(notifications, 16, async ({ request }, i) => {
    const [name, make] = forgeries[i % forgeries.length] ?? ["", (same: ReceivedRequest) => same];
    const status = await stack.relay.deliver(make(request, trap.url));
    return status === 403 ? [] : [`${name} → ${status}`];
  });
  await untilIngested(stack, WITHIN_MS);
  await sleep(QUIET_MS);
  const told = readLog(stack.receiver.requests());
  const shown = await inParallel(ids, 8, (id) => stack.tenant.client.email(id));
  const moved = shown.filter(
    ({ id, status }) => status !== "delivered" || told.of(id, "email.bounced").size > 0,
  );
  const caused = ids.filter((id) => told.events(id).some((event) => !OWN_EVENTS.includes(event)));
  const troubles = await troublesOf(stack, notifications[0]?.request);
  const calls = await trap.close();
  return {
    messages,
    ...settled,
    notes: [`${notifications.length} forgeries of ${forgeries.length} kinds, ${calls} outbound connections`],
    misses: missing({
      [`${wrong.flat().length} were not refused with 403, the first: ${wrong.flat()[0]}`]:
        wrong.flat().length === 0,
      [`${moved.length} messages were moved`]: moved.length === 0,
      [`${caused.length} messages had webhooks of other events`]: caused.length === 0,
      [`${calls} connections were made to the forger's address`]: calls === 0,
      [`trouble was answered ${troubles.join(", ")} instead of 503, 503, then 200`]:
        String(troubles) === "503,503,200",
    }),
  };
}

/** A certificate that cannot be had, a database that is away, and the same notification once it is back. → statuses */
async function troublesOf(stack: Stack, request: ReceivedRequest | undefined): Promise<number[]> {
  if (!request) return [];
  const foreign = altered(request, { TopicArn: NOWHERE_TOPIC, SigningCertURL: NOWHERE_CERTIFICATE });
  const unfetched = await stack.relay.deliver(foreign);
  await stack.proxies?.postgres.cut();
  const unstored = await stack.relay.deliver(request);
  await stack.proxies?.postgres.mend();
  await sleep(QUIET_MS);
  return [unfetched, unstored, await stack.relay.deliver(request)];
}

/** An address of the forger's. `close` tells how many connections came. */
async function openTrap(): Promise<{ url: string; close(): Promise<number> }> {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      await once(server, "close");
      return calls;
    },
  };
}
