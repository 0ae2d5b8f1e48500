import { Agent, request } from "node:http";
import { SES_TAGS } from "@sendex/core/reports/report";
import { openSigning, type SentMail, type Signing, signedDelivery } from "../rig/sns";

export interface TrackingPlan {
  /** Only this account's mails are remembered; absent: all. */
  accountId?: string;
  /** Where the delivery of each mail is then reported, as SNS would. */
  report?: { port: number; origin: string };
}

/** A message's id, and when its mail came, in milliseconds since 1970. */
export type Receipt = [messageId: string, at: number];

export interface Tracking {
  /** `body` is SendRawEmail's form. */
  take(body: string, at: number, sesMessageId: string): void;
  receipts(): Receipt[];
}

const REPORT_PATH = "/api/ses-notifications";
const MAX_SOCKETS = 16;

let reported = 0;

export async function openTracking({ accountId, report }: TrackingPlan): Promise<Tracking> {
  const receipts: Receipt[] = [];
  const signing = report && (await openSigning(report.origin));
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  return {
    take: (body, at, sesMessageId) => {
      const mail = readMail(new URLSearchParams(body), sesMessageId);
      if (accountId === undefined || mail.accountId === accountId) receipts.push([mail.messageId, at]);
      if (report && signing) void tell(signing, mail, report.port, agent);
    },
    receipts: () => receipts,
  };
}

export function readMail(form: URLSearchParams, sesMessageId: string): SentMail {
  const tags = new Map<string, string>();
  for (let n = 1; form.has(`Tags.member.${n}.Name`); n += 1)
    tags.set(form.get(`Tags.member.${n}.Name`) ?? "", form.get(`Tags.member.${n}.Value`) ?? "");
  return {
    accountId: tags.get(SES_TAGS.account) ?? "",
    messageId: tags.get(SES_TAGS.message) ?? "",
    address: form.get("Destinations.member.1") ?? "",
    sesMessageId,
  };
}

/** One that does not arrive is not sent again: no figure depends on it. */
async function tell(signing: Signing, mail: SentMail, port: number, agent: Agent): Promise<void> {
  reported += 1;
  const body = JSON.stringify(await signedDelivery(signing, mail, reported, new Date(clockMs())));
  const options = { host: "127.0.0.1", port, path: REPORT_PATH, method: "POST", agent };
  const headers = { "Content-Type": "text/plain; charset=UTF-8", "Content-Length": Buffer.byteLength(body) };
  const posting = request({ ...options, headers }, (response) => void response.resume());
  posting.on("error", () => undefined);
  posting.end(body);
}

function clockMs(): number {
  return performance.timeOrigin + performance.now();
}
