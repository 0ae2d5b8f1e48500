import type { Dialect } from "@sendex/core/accepting/message";
import type { StoredMessage } from "@sendex/core/messages/stored";
import { listMessages } from "@sendex/pipeline/messages/read";
import { messageStatusOn } from "@sendex/wire/messages/words";
import { type Columns, csvOfList } from "../http/csv";
import type { Exchange } from "../http/endpoint";
import { readMessageQuery } from "../http/list-query";
import type { Reply } from "../http/reply";

/** Messages as CSV, in the words of a surface. */
export function csvOfMessages({ context, caller, query }: Exchange, surface: Dialect): Promise<Reply> {
  const { before: _, ...filter } = readMessageQuery(query, surface);
  return csvOfList(
    surface === "sendex" ? "emails" : "messages",
    columnsOn(surface),
    { after: filter.after, idOf: ({ id }) => id },
    (page) => listMessages(context, caller, { ...filter, ...page }),
  );
}

function columnsOn(surface: Dialect): Columns<StoredMessage> {
  return {
    id: ({ id }) => id,
    mode: ({ mode }) => mode,
    created_at: ({ createdAt }) => createdAt.toISOString(),
    status: ({ dialect, recipients }) => messageStatusOn(surface, dialect, recipients),
    from: ({ from }) => from,
    to: ({ to }) => to.join("; "),
    cc: ({ cc }) => cc.join("; "),
    bcc: ({ bcc }) => bcc.join("; "),
    subject: ({ subject }) => subject,
    scheduled_at: ({ scheduledAt }) => scheduledAt?.toISOString() ?? null,
    sent_at: ({ recipients }) => earliest(recipients.map(({ sentAt }) => sentAt)),
    reasons: ({ recipients }) => [...new Set(recipients.flatMap(({ reason }) => reason ?? []))].join("; "),
    priority: ({ priority }) => priority,
    tags: ({ tags }) => tags.map(({ name, value }) => `${name}:${value}`).join("; "),
    metadata: ({ metadata }) => (Object.keys(metadata).length > 0 ? JSON.stringify(metadata) : null),
  };
}

function earliest(times: (Date | null)[]): string | null {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []));
  return known.length > 0 ? new Date(Math.min(...known)).toISOString() : null;
}
