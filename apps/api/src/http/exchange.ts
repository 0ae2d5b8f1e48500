import { collectGarbage } from "@sendex/boot/garbage";
import { MAX_BODY_BYTES } from "@sendex/core/accepting/message";
import { invalidFields } from "@sendex/core/error";
import type { Request, Response } from "express";
import { LARGE_BODY_BYTES, SPENT_BYTES } from "./body/pool";
import { readForm } from "./body/form";
import type { ParsedBody } from "./body/parse";
import { declaredLength, readBody, bodyTooLarge } from "./body/read";
import { callOf } from "./call";
import { checkJsonType } from "./body/content-type";
import type { Described, Edge, Exchange } from "./endpoint";
import { letBodyCome } from "./expect-continue";
import { nulError } from "./shape";

/** Reads what an endpoint is given of a request whose caller is known. */
export async function readExchange<Caller>(
  edge: Edge,
  request: Request,
  response: Response,
  endpoint: Described,
  caller: Caller,
): Promise<Exchange<Caller>> {
  return {
    context: edge.context,
    caller,
    call: callOf(request),
    id: pathPart(request, "id"),
    part: pathPart(request, "part"),
    origin: originOf(request),
    query: queryOf(request),
    header: (name) => request.get(name),
    parsed: await readJson(edge, request, response, endpoint),
    async form(limits, take) {
      if (limits.held) response.once("close", await edge.budget.take(limits.maxFileBytes));
      letBodyCome(request, response);
      const fields = await readForm(request, limits, take);
      callOf(request).unread = false;
      return fields;
    },
  };
}

/** Throws bad_request on NUL, which nothing that a path can name holds. */
export function pathPart(request: Request, name: "id" | "part"): string {
  const part = request.params[name];
  if (part?.includes("\0") === true) throw invalidFields([nulError(name)]);
  return typeof part === "string" ? part : "";
}

export function queryOf(request: Request): URLSearchParams {
  const start = request.url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : request.url.slice(start + 1));
}

/** A host that could not stand in a link is not repeated. */
const HOST = /^[\w.:[\]-]{1,255}$/;

function originOf(request: Request): string {
  const host: unknown = request.host;
  return `${request.protocol}://${typeof host === "string" && HOST.test(host) ? host : "localhost"}`;
}

const NO_BODY: ParsedBody = { body: undefined, keys: [], fingerprint: "" };

/** The body of a request, as far as the endpoint wants one; bounded by the byte budget. */
async function readJson(
  edge: Edge,
  request: Request,
  response: Response,
  endpoint: Described,
): Promise<ParsedBody> {
  if (endpoint.body === "form") return NO_BODY;
  const call = callOf(request);
  if ((declaredLength(request) ?? 0) > MAX_BODY_BYTES) throw bodyTooLarge(MAX_BODY_BYTES);
  if (endpoint.body === undefined) return NO_BODY;
  if (call.unread) checkJsonType(request.headers);
  letBodyCome(request, response);
  const limits = { maxBytes: MAX_BODY_BYTES, freeBytes: LARGE_BODY_BYTES, budget: edge.budget };
  const { bytes, release } = await readBody(request, limits);
  if (release) {
    const size = bytes.length;
    response.once("close", () => void giveBack(size, release));
  }
  call.unread = false;
  if (endpoint.body === "optional" && bytes.length === 0) return NO_BODY;
  const keyed = "idempotency-key" in request.headers || "x-idempotency-key" in request.headers;
  return edge.parser.parse(bytes, keyed);
}

/** What a large body has taken is gone before the next one is let in. */
async function giveBack(bytes: number, release: () => void): Promise<void> {
  try {
    if (bytes >= SPENT_BYTES) await collectGarbage();
  } finally {
    release();
  }
}
