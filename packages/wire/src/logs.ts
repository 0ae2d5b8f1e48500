import type { ListedCall, StoredCall } from "@sendex/core/logs/call";

/** A call as the Resend SDK lists it, with what is ours after it. */
export function presentCall(call: ListedCall) {
  const bySession = call.callerId.startsWith("usr_");
  return {
    id: call.id,
    created_at: call.at.toISOString(),
    endpoint: call.endpoint,
    method: call.method,
    response_status: call.status,
    user_agent: call.userAgent,
    mode: call.mode,
    route: call.route,
    duration_ms: call.durationMs,
    request_id: call.requestId,
    api_key_id: bySession ? null : call.callerId,
    user_id: bySession ? call.callerId : null,
    message_ids: call.messageIds,
  };
}

/** The same with its bodies, as far as they are kept. */
export function presentLog(call: StoredCall) {
  const { requestBody, responseBody } = call;
  return {
    object: "log",
    ...presentCall(call),
    request_body: bodyOf(requestBody),
    response_body: bodyOf(responseBody),
  };
}

function bodyOf(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
