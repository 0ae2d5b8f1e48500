import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { serveParent } from "../rig/serve-parent";
import { openTracking, type TrackingPlan, type Tracking } from "./tracking";

/** From the call after the first `skip` ones until the `total`-th; `lastAt` is in milliseconds since 1970. */
export interface SesCount {
  calls: number;
  measuredMs: number;
  lastAt: number;
}

interface Expected {
  skip: number;
  total: number;
  skippedAt: number;
  resolve: (count: SesCount) => void;
}

const NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
/** GetSendQuota's body is a line; a mail's is longer than this. */
const QUOTA_BODY_BYTES = 500;
/** The scheduler reads the account's suppression list; it is empty, and no mail. */
const LIST_PATH = "/v2/email/suppression";
const RATE = 1_000_000;

let calls = 0;
let expected: Expected[] = [];
let tracking: Tracking | undefined;

/**
 * An SES that only counts: every mail is accepted at once, and the quota is boundless. Nothing is read of a mail
 * unless it is asked to track them.
 */
serveParent({
  open: async () => {
    const server = createServer(answer);
    server.keepAliveTimeout = 0;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return { port: typeof address === "object" && address !== null ? address.port : 0 };
  },
  /** Counts from 0 again, and tracks nothing. */
  reset: () => {
    calls = 0;
    expected = [];
    tracking = undefined;
    return {};
  },
  /** From now on reads of each mail which message it is, and when it came. */
  track: async (plan) => {
    tracking = await openTracking(plan as TrackingPlan);
    return {};
  },
  receipts: () => ({ receipts: tracking?.receipts() ?? [] }),
  /** Answered when `total` mails have come since the reset. To be asked before the first. */
  expect: (payload) => {
    const { skip, total } = payload as Pick<Expected, "skip" | "total">;
    return new Promise<SesCount>((resolve) =>
      expected.push({ skip, total, skippedAt: wallClock(), resolve }),
    );
  },
  calls: () => ({ calls }),
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith(LIST_PATH)) return answerList(request, response);
  const tracked = tracking;
  let bytes = 0;
  let start = "";
  request.on("data", (chunk: Buffer) => {
    if (tracked || bytes < QUOTA_BODY_BYTES) start += chunk.toString("latin1");
    bytes += chunk.length;
  });
  request.on("end", () => {
    const isQuota = bytes < QUOTA_BODY_BYTES && start.includes("GetSendQuota");
    const body = isQuota ? quotaXml() : acceptedXml(count());
    response.writeHead(200, { "Content-Type": "text/xml", "Content-Length": body.length });
    response.end(body);
    if (!isQuota) tracked?.take(start, wallClock(), sesId(calls));
  });
}

function answerList(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
}

function count(): number {
  calls += 1;
  for (const one of expected) {
    if (calls === one.skip) one.skippedAt = wallClock();
    if (calls === one.total) {
      const lastAt = wallClock();
      one.resolve({ calls, measuredMs: lastAt - one.skippedAt, lastAt });
    }
  }
  return calls;
}

function wallClock(): number {
  return performance.timeOrigin + performance.now();
}

function acceptedXml(n: number): string {
  return envelope("SendRawEmail", `<MessageId>${sesId(n)}</MessageId>`);
}

function sesId(n: number): string {
  return `0100019a${String(n).padStart(8, "0")}-00000000-0000-0000-0000-${process.pid}-000000`;
}

function quotaXml(): string {
  const elements = { Max24HourSend: RATE * 1000, MaxSendRate: RATE, SentLast24Hours: 0 };
  const xml = Object.entries(elements).map(([name, value]) => `<${name}>${value}</${name}>`);
  return envelope("GetSendQuota", xml.join(""));
}

function envelope(action: string, result: string): string {
  const metadata = "<ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata>";
  return `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result>${metadata}</${action}Response>`;
}
