import { invalidFields } from "@sendex/core/error";
import { RESUME_MS } from "@sendex/core/events";
import { idTime } from "@sendex/crypto/token";
import type { Doc, LastingExchange, Route } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import type { Reply } from "../http/reply";
import { lastEventId, streamHeaders, streamQuery, streamResponse } from "./schemas";
import { openSink } from "./sink";

const STREAM: Doc = {
  id: "events.stream",
  summary: "Follow events as they happen, as server-sent events",
  query: streamQuery,
  headers: streamHeaders,
  responses: { 200: streamResponse },
  media: "text/event-stream",
};

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // nginx would collect what comes.
  "X-Accel-Buffering": "no",
};

/** `/api/v1/events/stream`: what webhooks tell, to whoever stays connected. */
export const eventRoutes: Route[] = [
  {
    surface: "sendex",
    path: "/api/v1/events/stream",
    endpoints: { GET: { need: "full", unlogged: true, doc: STREAM, run: stream } },
  },
];

async function stream({ context, caller, query, header, stillMay }: LastingExchange): Promise<Reply> {
  const { events: chosen = [], last_event_id: given } = readQuery(streamQuery, query);
  // A client that comes back sets the header; the query is what it began with.
  const after = lastEventId(header) ?? given;
  if (after !== undefined) refuseOld(after, context.clock());
  const { accountId, mode } = caller;
  const begin = await context.streams.open({
    ...{ accountId, mode, chosen },
    ...(after !== undefined && { after }),
    // A key may be revoked, a session end and a role fall.
    allowed: stillMay,
  });
  return { status: 200, body: "", headers: HEADERS, flow: (response) => begin(openSink(response)) };
}

function refuseOld(id: string, now: Date): void {
  if (idTime(id).getTime() >= now.getTime() - RESUME_MS) return;
  const message =
    "Last-Event-ID is more than 3 days old. Begin without one, and read what happened meanwhile from GET /api/v1/emails.";
  throw invalidFields([{ field: "last_event_id", code: "out_of_range", message }]);
}
