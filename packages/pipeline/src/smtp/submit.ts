import { hash } from "node:crypto";
import { type DraftReading, readDraft } from "@sendex/core/accepting/draft";
import { readIdempotencyKey } from "@sendex/core/accepting/idempotency";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import type { Control } from "@sendex/core/smtp/control";
import type { Tenant } from "@sendex/data/access/api-keys";
import { type Apart, takeApart } from "@sendex/render/take-apart";
import { beginAccept, finishAccept } from "../accepting/accept";
import type { AcceptRequest } from "../accepting/request";
import type { Context } from "../context";
import { fillTemplate, type Filling } from "../templates/fill";
import { readMail, SMTP_FIELDS } from "./read-mail";

/** A mail as a program handed it over. */
export interface Submission {
  caller: Tenant;
  /** Of MAIL FROM; empty: the null sender. */
  from: string;
  /** Of RCPT TO, in their order, each once. */
  to: string[];
  raw: Uint8Array;
}

/**
 * Accepts a mail as the API accepts one: durable when this resolves, to the message's id. A program that lost the answer
 * and hands the very same mail over again gets the first one's.
 * @throws SendexError as `finishAccept`, and bad_request where the mail cannot be read
 */
export async function submitMail(context: Context, submission: Submission): Promise<string> {
  const { caller } = submission;
  const now = context.clock();
  const apart = await takeApart(submission.raw).catch((cause: unknown) => {
    throw new SendexError("bad_request", "This is no mail that can be read (MIME).", { cause });
  });
  const mail = readMail(apart, submission);
  const filling = await fillingOf(context, caller, mail.control);
  const request: AcceptRequest = {
    caller,
    dialect: "sendex",
    source: "smtp",
    ...keyOf(mail.control, apart, submission, mail.fingerprint),
    fingerprint: mail.fingerprint,
    now,
  };
  const known = await beginAccept(context, request);
  if (known) return idIn(known.body);
  const reading = readDraft(mail.toRaw(filledOf(filling)), SMTP_FIELDS, {
    ...{ now, timeZone: caller.timeZone, bare: true },
  });
  const errors = [
    ...mail.errors,
    ...(filling && "errors" in filling ? filling.errors : []),
    ...errorsOf(reading),
  ];
  if (errors.length > 0 || "errors" in reading) throw invalidFields(errors);
  const accepted = await finishAccept(context, request, { items: [{ index: 0, ...reading }], unread: [] });
  return idIn(accepted.body);
}

function errorsOf(reading: DraftReading): FieldError[] {
  return "errors" in reading ? reading.errors : [];
}

function filledOf(filling: Filling | undefined) {
  return filling && "filled" in filling ? filling.filled : undefined;
}

async function fillingOf(
  context: Context,
  caller: Tenant,
  { template }: Control,
): Promise<Filling | undefined> {
  if (!template) return undefined;
  const fields = { refField: "X-Sendex-Template", dataField: "X-Sendex-Template-Data" };
  return fillTemplate(context, caller, { ...template, ...fields });
}

/**
 * The header's key, or else one of the Message-ID with all that the mail says and whom it goes to: a program repeats
 * that only where it does not know whether the mail was taken.
 */
function keyOf(
  { idempotencyKey }: Control,
  { messageId }: Apart,
  { to }: Submission,
  fingerprint: string,
): Pick<AcceptRequest, "idempotencyKey"> {
  if (idempotencyKey !== undefined) {
    const reading = readIdempotencyKey([idempotencyKey]);
    if ("error" in reading) throw new SendexError("bad_request", reading.error.message);
    return { ...(reading.key !== undefined && { idempotencyKey: reading.key }) };
  }
  if (messageId === null) return {};
  const envelope = to.map((address) => address.toLowerCase()).sort();
  return { idempotencyKey: `smtp:${hash("sha256", JSON.stringify([messageId, envelope, fingerprint]))}` };
}

/** The parse boundary: the pipeline made the answer, and a single message's has an id. */
function idIn(body: string): string {
  return (JSON.parse(body) as { id: string }).id;
}
