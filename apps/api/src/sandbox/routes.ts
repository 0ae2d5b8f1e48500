import type { StoredMessage } from "@sendex/core/messages/stored";
import { listSandboxMail, readSandboxMail, type SandboxMail } from "@sendex/pipeline/sandbox";
import { messageStatusOn } from "@sendex/wire/messages/words";
import type { Exchange, Route } from "../http/endpoint";
import { MESSAGE_QUERY, readMessageQuery, readQuery } from "../http/list-query";
import { messageId } from "../http/path-id";
import type { Reply } from "../http/reply";
import { mailQuery, sandboxList, sandboxMail } from "./schemas";

const BASE = "/api/v1/sandbox/emails";
/** Characters of a source that stand in JSON. */
const MAX_SOURCE = 512 * 1024;

/** `/api/v1/sandbox/emails`: mail as the sandbox took it in place of a recipient's server. */
export const sandboxRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "sandbox.emails.list",
          summary: "List the messages whose mail the sandbox takes, newest first",
          query: MESSAGE_QUERY.sendex,
          responses: { 200: sandboxList },
          errors: ["not_found"],
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: {
          id: "sandbox.emails.get",
          summary: "Read a mail as its recipient sees it, with its links and List-Unsubscribe looked at",
          query: mailQuery,
          responses: { 200: sandboxMail },
        },
      },
    },
  },
];

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const { data, hasMore } = await listSandboxMail(context, caller, readMessageQuery(query, "sendex"));
  return { status: 200, body: { object: "list", data: data.map(presentListed), has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const id = messageId(exchange);
  const { recipient } = readQuery(mailQuery, query);
  return { status: 200, body: presentMail(await readSandboxMail(context, caller, id, recipient)) };
}

function presentListed(message: StoredMessage) {
  const { id, mode, from, to, subject, dialect, recipients, createdAt } = message;
  const sent = recipients.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime()] : []));
  return {
    ...{ object: "sandbox_email", id, mode, from, to, subject },
    status: messageStatusOn("sendex", dialect, recipients),
    created_at: createdAt.toISOString(),
    sent_at: sent.length > 0 ? new Date(Math.min(...sent)).toISOString() : null,
    recipients: recipients.map(({ address }) => address),
  };
}

function presentMail({ message, recipient, mail, source, bytes, unsubscribe }: SandboxMail) {
  const { oneClick, ...found } = unsubscribe;
  return {
    ...presentListed(message),
    recipient: recipient.address,
    subject: mail.subject,
    headers: mail.headers,
    html: mail.html,
    text: mail.text,
    source: source.slice(0, MAX_SOURCE),
    bytes,
    attachments: mail.attachments.map(({ filename, contentType, size, inline }) => ({
      ...{ filename, content_type: contentType, size, inline },
    })),
    links: mail.links,
    list_unsubscribe: { ...found, one_click: oneClick },
  };
}
