import type { IncomingMessage } from "node:http";
import { endpointOf } from "@sendex/core/logs/endpoint";
import { redactBody } from "@sendex/core/logs/redact";
import { keepRefusal } from "@sendex/core/logs/refusal";
import { newId } from "@sendex/crypto/token";
import { text } from "@sendex/kit/loose";
import type { Context } from "@sendex/pipeline/context";
import { callOf } from "../http/call";
import type { Reply } from "../http/reply";

const USER_AGENT_CHARACTERS = 256;
/** A stored answer is some hundred characters, that of a batch 5,000. */
const MOST_PARSED_CHARACTERS = 32_768;

/** Where calls are noted, and by which clock. */
export type Noted = Pick<Context, "requestLog" | "clock">;

/** Notes what was answered for the account's request log; a call whose account is not known stands in none. */
export function noteCall({ requestLog, clock }: Noted, request: IncomingMessage, reply: Reply): void {
  const call = callOf(request);
  const { caller, logged } = call;
  if (!caller || logged === "nobody" || (caller.person && logged === "keys")) return;
  const [path = ""] = (request.url ?? "").split("?", 1);
  requestLog.note({
    accountId: caller.accountId,
    mode: caller.mode,
    id: newId("log", clock()),
    callerId: caller.keyId,
    method: request.method ?? "",
    route: call.route,
    endpoint: endpointOf(call.route, path),
    status: reply.status,
    durationMs: Math.round(performance.now() - call.startedAt),
    requestId: call.requestId,
    userAgent: text(request.headers["user-agent"], USER_AGENT_CHARACTERS) ?? null,
    messageIds: call.messageIds,
    requestBody: call.requestBody,
    responseBody: keepAnswer(reply),
  });
}

function keepAnswer({ status, body, headers, flow }: Reply): string | null {
  if (flow || headers?.["Content-Type"] !== undefined) return null;
  return status >= 400 ? keepRefusal(body) : redactBody(parsed(body), "us");
}

/** An answer that is stored for replays is text. */
function parsed(body: Reply["body"]): unknown {
  if (typeof body !== "string") return body;
  return body.startsWith("{") && body.length <= MOST_PARSED_CHARACTERS ? JSON.parse(body) : null;
}
