import { acceptMail } from "./accept";
import { composeMessage } from "./compose";
import type { QueryAction } from "./queryAction";
import type { QueryParams } from "./queryParams";
import { Refusal } from "./refusal";
import type { Tag } from "./send";

/** v1's limit on the whole message. https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html */
const MAX_BYTES = 10 * 1024 * 1024;

export const sendRawEmail: QueryAction = async (context, params) => {
  const destinations = params.members("Destinations");
  const messageId = await acceptMail(context, {
    operation: "SendRawEmail",
    raw: Buffer.from(params.need("RawMessage.Data"), "base64"),
    source: params.get("Source") ?? null,
    destinations: destinations.length === 0 ? null : destinations,
    configSet: params.get("ConfigurationSetName") ?? null,
    tags: readTags(params),
    maxBytes: MAX_BYTES,
  });
  return { MessageId: messageId };
};

export const sendEmail: QueryAction = async (context, params) => {
  const source = params.need("Source");
  const to = params.members("Destination.ToAddresses");
  const cc = params.members("Destination.CcAddresses");
  const bcc = params.members("Destination.BccAddresses");
  const text = params.get("Message.Body.Text.Data");
  const html = params.get("Message.Body.Html.Data");
  if (text === undefined && html === undefined)
    throw new Refusal("ValidationError", "Message body is missing.");
  const raw = composeMessage({
    from: source,
    to,
    cc,
    replyTo: params.members("ReplyToAddresses"),
    subject: params.need("Message.Subject.Data"),
    text,
    html,
  });
  const messageId = await acceptMail(context, {
    operation: "SendEmail",
    raw,
    source,
    destinations: [...to, ...cc, ...bcc],
    configSet: params.get("ConfigurationSetName") ?? null,
    tags: readTags(params),
    maxBytes: MAX_BYTES,
  });
  return { MessageId: messageId };
};

function readTags(params: QueryParams): Tag[] {
  return params
    .records("Tags", ["Name", "Value"])
    .map(({ Name = "", Value = "" }) => ({ name: Name, value: Value }));
}
