import { AUTH_PATH } from "@sendex/auth/options";
import { ADDRESS_HEADER } from "@sendex/auth/address-header";
import { type ErrorSlug, SendexError } from "@sendex/core/error";
import { record } from "@sendex/kit/loose";
import type { Request as Incoming, Response as Outgoing } from "express";
import { readBody } from "../http/body/read";
import { callOf } from "../http/call";
import { checkJsonType } from "../http/body/content-type";
import type { Edge } from "../http/endpoint";
import { letBodyCome } from "../http/expect-continue";
import type { Reply } from "../http/reply";

const MAX_BODY_BYTES = 16 * 1024;

/** A body of a few short fields. @throws SendexError bad_request, payload_too_large, unsupported_media_type */
export async function readSmallJson(
  { budget }: Edge,
  request: Incoming,
  response: Outgoing,
): Promise<unknown> {
  const call = callOf(request);
  if (!call.unread) return {};
  checkJsonType(request.headers);
  letBodyCome(request, response);
  const limits = { maxBytes: MAX_BODY_BYTES, freeBytes: MAX_BODY_BYTES, budget };
  const { bytes, release } = await readBody(request, limits);
  release?.();
  call.unread = false;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new SendexError("bad_request", "The body is not valid JSON.");
  }
}

/** Has the library answer, in our words for what it refuses. Its cookies are set in any case. */
export async function ask(
  { auth, context }: Edge,
  request: Incoming,
  response: Outgoing,
  { path, body }: { path: string; body?: object },
): Promise<Reply> {
  const { publicUrl } = context.settings;
  const answer = await auth.handle(
    new Request(`${publicUrl}${AUTH_PATH}/${path}`, {
      method: body ? "POST" : "GET",
      headers: headersFor(request, publicUrl),
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  const location = answer.headers.get("location");
  if (answer.status >= 300 && answer.status < 400 && location !== null)
    return { status: 302, body: "", headers: { Location: location } };
  const said = record(await answer.json().catch(() => undefined));
  if (answer.status >= 400) throw refusalOf(answer.status, said);
  // The cookie has it, where no script can read it.
  const { token: _, ...shown } = said;
  return { status: 200, body: shown };
}

/** Of the browser's headers those that matter; the address is ours to say. */
function headersFor(request: Incoming, origin: string): Headers {
  const headers = new Headers({ "content-type": "application/json", origin });
  const { cookie, "user-agent": agent } = request.headers;
  if (cookie !== undefined) headers.set("cookie", cookie);
  if (agent !== undefined) headers.set("user-agent", agent.slice(0, 300));
  if (request.ip !== undefined) headers.set(ADDRESS_HEADER, request.ip);
  return headers;
}

const SLUGS: Record<number, ErrorSlug> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  409: "unprocessable_entity",
  422: "unprocessable_entity",
  429: "too_many_requests",
};

/** `name` tells its reasons apart: `invalid_email_or_password`, `invalid_code`, `account_temporarily_locked`, … */
function refusalOf(status: number, { code, message }: Record<string, unknown>): SendexError {
  const slug = SLUGS[status];
  if (slug === undefined)
    return new SendexError("internal_server_error", "Something went wrong on our side.");
  return new SendexError(slug, typeof message === "string" ? message : "This was refused.", {
    ...(typeof code === "string" && { name: code.toLowerCase() }),
  });
}
