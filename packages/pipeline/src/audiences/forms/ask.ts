import { readDraft, SENDEX_FIELDS } from "@sendex/core/accepting/draft";
import type { Draft } from "@sendex/core/accepting/message";
import { confirmationMail, type MailLanguage } from "@sendex/core/audiences/forms/mail";
import { invalidFields } from "@sendex/core/error";
import type { Tenant } from "@sendex/data/access/api-keys";
import { beginAccept, finishAccept } from "../../accepting/accept";
import type { Context } from "../../context";
import { fillTemplate } from "../../templates/fill";
import { readSender } from "../leave";

/** What the mail that asks is made of. */
export interface Asking {
  address: string;
  url: string;
  language: MailLanguage;
  /** Null: the account's sender. */
  from: string | null;
  /** Null: our own mail. */
  templateId: string | null;
  firstName?: string | null;
  lastName?: string | null;
}

/**
 * Sends the mail with the link that confirms: as any mail of the account's, to somebody who has not opted in.
 * @throws SendexError all that a call that sends is refused with
 */
export async function askToConfirm(context: Context, tenant: Tenant, asking: Asking): Promise<string> {
  const now = context.clock();
  const draft = await confirmationDraft(context, tenant, asking, now);
  const request = { caller: tenant, dialect: "sendex" as const, fingerprint: "", now };
  await beginAccept(context, request);
  const { messageIds } = await finishAccept(context, request, { items: [{ index: 0, draft }], unread: [] });
  return messageIds[0] ?? "";
}

/** @throws SendexError bad_request on a sender or a template that cannot be used */
export async function confirmationDraft(
  context: Context,
  tenant: Tenant,
  { address, from, ...asking }: Asking,
  now: Date,
): Promise<Draft> {
  const words = await wordsOf(context, tenant, { ...asking, address });
  const sender = from ?? words.from ?? tenant.defaultFrom ?? undefined;
  const { subject, html, text, replyTo = [] } = words;
  const raw = {
    ...(sender !== undefined && { from: sender }),
    ...{ to: [address], cc: [], bcc: [], replyTo, headers: {}, attachments: [], tags: [], metadata: {} },
    ...(subject !== undefined && { subject }),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
  };
  const reading = readDraft(raw, SENDEX_FIELDS, { now, timeZone: tenant.timeZone });
  if ("errors" in reading) throw invalidFields(reading.errors);
  return reading.draft;
}

interface Written {
  subject?: string;
  html?: string;
  text?: string;
  from?: string;
  replyTo?: string[];
}

async function wordsOf(
  context: Context,
  tenant: Tenant,
  { templateId, url, address, language, firstName, lastName }: Omit<Asking, "from">,
): Promise<Written> {
  const { accountId } = tenant;
  const sender = (await readSender(context, accountId))?.name ?? null;
  if (templateId === null) return confirmationMail({ sender, address, url, language });
  const data = {
    ...{ confirm_url: url, email: address, sender: sender ?? "" },
    ...{ first_name: firstName ?? "", last_name: lastName ?? "" },
  };
  const use = { ref: templateId, data, refField: "template", dataField: "template" };
  const filling = await fillTemplate(context, tenant, use);
  if ("errors" in filling) throw invalidFields(filling.errors);
  return filling.filled;
}
