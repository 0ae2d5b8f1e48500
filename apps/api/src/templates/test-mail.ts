import { readDraft, SENDEX_FIELDS } from "@sendex/core/accepting/draft";
import type { Dialect } from "@sendex/core/accepting/message";
import { type FieldError, invalidFields } from "@sendex/core/error";
import type { Items } from "@sendex/pipeline/accepting/check-items";
import { previewTemplate } from "@sendex/pipeline/templates/preview";
import { send } from "../accepting/send";
import type { Exchange } from "../http/endpoint";
import type { Reply } from "../http/reply";
import { checkShape } from "../http/shape";
import { MAX_TEST_RECIPIENTS, type TestMailBody, testMailSchema } from "./schemas";

/**
 * Sends the newest version of a template, a draft too, to a few addresses: accepted as any mail is, with all checks and
 * the caller's mode. The same idempotency key on another template is another request.
 */
export function sendTestMail(exchange: Exchange, dialect: Dialect): Promise<Reply> {
  const { id, parsed } = exchange;
  const own = { ...exchange, parsed: { ...parsed, fingerprint: `${parsed.fingerprint} ${id}` } };
  return send(own, { dialect, readItems: (now) => readItems(exchange, now) });
}

async function readItems({ context, caller, id, parsed }: Exchange, now: Date): Promise<Items> {
  const { value, errors } = checkShape<TestMailBody>(testMailSchema, parsed.body);
  const to = typeof value.to === "string" ? [value.to] : (value.to ?? []);
  if (to.length > MAX_TEST_RECIPIENTS) errors.push(tooMany());
  if (errors.length > 0) throw invalidFields(errors);
  const use = { ref: id, data: value.values ?? {}, refField: "id", dataField: "values" };
  const filled = await previewTemplate(context, caller, use, undefined);
  const { subject, html, text, replyTo, version } = filled;
  const from = value.from ?? filled.from ?? caller.defaultFrom ?? undefined;
  const reading = readDraft(
    {
      ...(from !== undefined && { from }),
      ...{ to, cc: [], bcc: [], replyTo, headers: {}, attachments: [], tags: [], metadata: {} },
      ...(subject !== undefined && { subject }),
      ...(html !== undefined && { html }),
      ...(text !== undefined && { text }),
      template: { id: filled.id, version },
    },
    SENDEX_FIELDS,
    { now, timeZone: caller.timeZone },
  );
  if ("errors" in reading) throw invalidFields(reading.errors);
  return { items: [{ index: 0, ...reading }], unread: [] };
}

function tooMany(): FieldError {
  const message = `to has at most ${MAX_TEST_RECIPIENTS} addresses.`;
  return { field: "to", code: "too_many", message };
}
