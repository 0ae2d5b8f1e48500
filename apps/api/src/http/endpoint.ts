import type { ErrorSlug } from "@sendex/core/error";
import type { Dialect } from "@sendex/core/accepting/message";
import type { Auth } from "@sendex/auth/open";
import type { Need } from "@sendex/core/access";
import type { Role } from "@sendex/core/people/roles";
import type { Tenant } from "@sendex/data/access/api-keys";
import type { OperatorRow } from "@sendex/data/access/operators";
import type { Context } from "@sendex/pipeline/context";
import type { SignedIn } from "@sendex/pipeline/people/authenticate";
import type { Request, Response } from "express";
import type Joi from "joi";
import type { QueueBoard } from "../operators/board/open";
import type { Reply } from "./reply";
import type { BodyParser } from "./body/pool";
import type { ByteBudget } from "./body/byte-budget";
import type { ParsedBody } from "./body/parse";
import type { FormFields, FormLimits, TakeFile } from "./body/form";
import type { Call } from "./call";
import type { Media } from "./openapi/openapi";

/** What the routes share. */
export interface Edge {
  context: Context;
  auth: Auth;
  parser: BodyParser;
  budget: ByteBudget;
  board: QueueBoard;
}

/** One path with its methods. Its surface says who may call it, and in whose words it refuses. */
export type AnyRoute = Route | PersonRoute | GuestRoute | OperatorRoute | PublicRoute;

/** For customers. */
export type Route = RouteOn<Dialect, Endpoint>;
export type OperatorRoute = RouteOn<"admin", OperatorEndpoint>;
/** For whoever is signed in, in whatever account. */
export type PersonRoute = RouteOn<"person", PersonEndpoint>;
/** For anybody, in JSON and described. */
export type GuestRoute = RouteOn<"guest", GuestEndpoint>;
/** For anybody, without a key. */
export type PublicRoute = RouteOn<"public", PublicEndpoint>;

/** Those that have a description. */
export type DescribedRoute = RouteOn<string, DescribedEndpoint>;
export type DescribedEndpoint = Endpoint | OperatorEndpoint | PersonEndpoint | GuestEndpoint;

export interface RouteOn<Surface, E> {
  surface: Surface;
  /** As Express has it: `/api/v1/emails/:id`. */
  path: string;
  endpoints: Endpoints<E>;
}

export type Endpoints<E = Endpoint> = Partial<Record<"GET" | "POST" | "PATCH" | "DELETE", E>>;

export interface Endpoint extends Described {
  need: Need;
  /** The least that a person needs. Absent: `leastRoleFor` the method. */
  role?: Role;
  /** Its calls are not in the request log. */
  unlogged?: true;
  run(exchange: LastingExchange): Promise<Reply>;
}

export interface OperatorEndpoint extends Described {
  run(exchange: OperatorExchange): Promise<Reply>;
}

export interface PersonEndpoint extends Described {
  run(exchange: PersonExchange): Promise<Reply>;
}

export interface GuestEndpoint extends Described {
  run(exchange: GuestExchange): Promise<Reply>;
}

/** Not described: what it takes and answers is said where it is. */
export interface PublicEndpoint {
  run(edge: Edge, request: Request, response: Response): Promise<Reply>;
}

export interface Described {
  doc: Doc;
  /** Absent: a body, if there is one, is not read. `optional`: without one, it is undefined. `form`: the endpoint reads it. */
  body?: "json" | "optional" | "form";
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
  responses: Record<number, Joi.Schema>;
  /** Of those responses; JSON unless it says so. */
  media?: Media;
  /** Refusals that not every route of its kind knows. */
  errors?: ErrorSlug[];
}

/** Of an account's caller. */
export interface LastingExchange extends Exchange {
  /** Whether the caller may still do this: for an endpoint whose response stays open. */
  stillMay(): Promise<boolean>;
}

/** A request that has passed the checks of its headers, and whose body, where the endpoint wants one, is read. */
export interface Exchange<Caller = Tenant> {
  context: Context;
  caller: Caller;
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
  /** Reads the body of an endpoint that takes a form with a file. */
  form(limits: FormLimits, take: TakeFile): Promise<FormFields>;
}

export type OperatorExchange = Exchange<Operator>;

export interface PersonExchange extends Exchange<SignedIn> {
  auth: Auth;
}

/** `caller`: the address, as limits count it. */
export type GuestExchange = Exchange<string>;

/** The holder of an operator's key, or a person who is an operator. */
export interface Operator extends Pick<OperatorRow, "id" | "name"> {
  /** As the audit log names the operator. */
  by: string;
}
