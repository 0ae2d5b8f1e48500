import { type ErrorSlug, SendexError } from "@sendex/core/error";
import { type Dialect, MAX_BODY_BYTES } from "@sendex/core/accepting/message";
import type { Need } from "@sendex/core/access";
import type { Tenant } from "@sendex/data/access/api-keys";
import type { Context } from "@sendex/pipeline/context";
import type { IRouter, Request, Response } from "express";
import type Joi from "joi";
import { answer, type Reply } from "./answer";
import { type BodyParser, LARGE_BODY_BYTES } from "./body/pool";
import type { ByteBudget } from "./body/byte-budget";
import { type Call, callOf } from "./call";
import { checkJsonType } from "./content-type";
import { letBodyCome } from "./expect-continue";
import { countStranger, identify } from "./identify";
import type { ParsedBody } from "./body/parse";
import { declaredLength, readBody, bodyTooLarge } from "./body/read";

/** What the routes share. */
export interface Edge {
  context: Context;
  parser: BodyParser;
  budget: ByteBudget;
}

/** One path with its methods. */
export interface Route {
  surface: Dialect;
  /** As Express has it: `/api/v1/emails/:id`. */
  path: string;
  endpoints: Endpoints;
}

/** A request that has passed the checks of its headers, and whose body, where the endpoint wants one, is read. */
export interface Exchange {
  context: Context;
  caller: Tenant;
  call: Call;
  /** The path's `:id`; empty where the path has none. */
  id: string;
  /** The path's `:part`, of what lies under `:id`; empty where the path has none. */
  part: string;
  /** Scheme, host and port that the request came to, for links in its response. */
  origin: string;
  query: URLSearchParams;
  header(name: string): string | undefined;
  parsed: ParsedBody;
}

/** What the API's description says of an endpoint, in the schemas that its checks use. */
export interface Doc {
  /** Names the operation: `emails.send`. */
  id: string;
  summary: string;
  body?: Joi.Schema;
  query?: Joi.ObjectSchema;
  /** Headers that mean something to this endpoint alone. */
  headers?: Joi.ObjectSchema;
  /** By status; the errors that any route may answer with are known. */
  answers: Record<number, Joi.Schema>;
  /** Refusals that not every route of its kind knows. */
  errors?: ErrorSlug[];
}

export interface Endpoint {
  need: Need;
  doc: Doc;
  /** Absent: a body, if there is one, is not read. `optional`: without one, it is undefined. */
  body?: "json" | "optional";
  run(exchange: Exchange): Promise<Reply>;
}
export type Endpoints = Partial<Record<"GET" | "POST" | "PATCH" | "DELETE", Endpoint>>;

const NO_BODY: ParsedBody = { body: undefined, keys: [], fingerprint: "" };

/** Serves one path: its methods, HEAD where there is GET, and 405 with Allow for any other. */
export function mount(router: IRouter, edge: Edge, { surface, path, endpoints }: Route): void {
  const allow = allowedMethods(endpoints);
  const byMethod = new Map(Object.entries(endpoints));
  router.all(path, async (request, response) => {
    const call = callOf(request);
    call.route = path;
    call.surface = surface;
    const endpoint = byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    if (!endpoint) return refuseMethod(edge.context, request, response, allow);
    const caller = await identify(edge.context, request, response, endpoint.need);
    const exchange: Exchange = {
      context: edge.context,
      caller,
      call,
      id: pathPart(request, "id"),
      part: pathPart(request, "part"),
      origin: originOf(request),
      query: queryOf(request),
      header: (name) => request.get(name),
      parsed: await readJson(edge, request, response, endpoint),
    };
    answer(edge.context.log, request, response, await endpoint.run(exchange));
  });
}

function allowedMethods(endpoints: Endpoints): string[] {
  const methods = Object.keys(endpoints);
  return methods.includes("GET") ? [...methods, "HEAD", "OPTIONS"] : [...methods, "OPTIONS"];
}

async function refuseMethod(
  context: Context,
  request: Request,
  response: Response,
  allow: string[],
): Promise<void> {
  await countStranger(context, request, response);
  if (request.method !== "OPTIONS") {
    throw new SendexError("method_not_allowed", `${request.method} is not allowed here.`, { allow });
  }
  const headers = { Allow: allow.join(", ") };
  answer(context.log, request, response, { status: 200, headers, body: { allow } });
}

/** The body of a request, as far as the endpoint wants one; bounded by the byte budget. */
export async function readJson(
  edge: Edge,
  request: Request,
  response: Response,
  endpoint: Pick<Endpoint, "body">,
): Promise<ParsedBody> {
  const call = callOf(request);
  if ((declaredLength(request) ?? 0) > MAX_BODY_BYTES) throw bodyTooLarge(MAX_BODY_BYTES);
  if (endpoint.body === undefined) return NO_BODY;
  if (call.unread) checkJsonType(request.headers);
  letBodyCome(request, response);
  const limits = { maxBytes: MAX_BODY_BYTES, freeBytes: LARGE_BODY_BYTES, budget: edge.budget };
  const { bytes, release } = await readBody(request, limits);
  if (release) response.once("close", release);
  call.unread = false;
  if (endpoint.body === "optional" && bytes.length === 0) return NO_BODY;
  const keyed = "idempotency-key" in request.headers || "x-idempotency-key" in request.headers;
  return edge.parser.parse(bytes, keyed);
}

export function pathPart(request: Request, name: "id" | "part"): string {
  const part = request.params[name];
  return typeof part === "string" ? part : "";
}

/** A host that could not stand in a link is not repeated. */
const HOST = /^[\w.:[\]-]{1,255}$/;

function originOf(request: Request): string {
  const host: unknown = request.host;
  return `${request.protocol}://${typeof host === "string" && HOST.test(host) ? host : "localhost"}`;
}

export function queryOf(request: Request): URLSearchParams {
  const start = request.url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : request.url.slice(start + 1));
}
