import type { Request, RequestHandler, Response } from "express";
import { ended, received, within } from "@sendex/kit/trace";
import { callOf } from "../http/call";

/** A span a request, in the trace that its `traceparent` names, around all that is done for it. */
export const traceRequest: RequestHandler = (request, response, next) => {
  const span = received(request.get("traceparent"), request.method);
  if (!span.isRecording()) {
    next();
    return;
  }
  response.once("close", () => {
    const { route } = callOf(request);
    span.updateName(`${request.method} ${route}`);
    span.setAttributes(attributesOf(request, response, route));
    ended(span, response.statusCode >= 500 ? String(response.statusCode) : undefined);
  });
  within(span, next);
};

/** Source: OpenTelemetry's semantic conventions for HTTP servers. */
function attributesOf(request: Request, response: Response, route: string) {
  const { requestId, messageIds, caller } = callOf(request);
  return {
    "http.request.method": request.method,
    "http.route": route,
    "http.response.status_code": response.statusCode,
    "sendex.request.id": requestId,
    ...(caller && { "sendex.account.id": caller.accountId }),
    ...(messageIds.length > 0 && { "sendex.message.ids": messageIds }),
  };
}
