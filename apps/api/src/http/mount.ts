import { SendexError } from "@sendex/core/error";
import { redactBody } from "@sendex/core/logs/redact";
import type { IRouter, Request, Response } from "express";
import { noteCall } from "../logs/note";
import { whoIsLogged } from "../logs/who";
import { recordMembersWrite, recordPersonsWrite } from "./session/audit-write";
import { callOf } from "./call";
import type {
  AnyRoute,
  Edge,
  Endpoint,
  GuestEndpoint,
  OperatorEndpoint,
  PersonEndpoint,
  PublicEndpoint,
  RouteOn,
} from "./endpoint";
import { readExchange } from "./exchange";
import { countGuest, countStranger, identify, identifyOperator, identifyPerson, stillMay } from "./identify";
import { sendReply, type Reply } from "./reply";

/** Serves one path: its methods, HEAD where there is GET, OPTIONS, and 405 with Allow for any other. */
export function mount(router: IRouter, edge: Edge, route: AnyRoute): void {
  if (route.surface === "admin") mountFor(operators, router, edge, route);
  else if (route.surface === "public") mountFor(anybody, router, edge, route);
  else if (route.surface === "person") mountFor(persons, router, edge, route);
  else if (route.surface === "guest") mountFor(guests, router, edge, route);
  else mountFor(customers, router, edge, route);
}

/** Who calls, and what the handler is given. */
interface Audience<E> {
  /** Counts or refuses who asks with a method that the path does not take. */
  meet(edge: Edge, request: Request, response: Response): Promise<unknown>;
  run(edge: Edge, request: Request, response: Response, endpoint: E): Promise<Reply>;
}

/** An account's keys, and its members. */
const customers: Audience<Endpoint> = {
  meet: countStranger,
  async run(edge, request, response, endpoint) {
    const call = callOf(request);
    call.sends = endpoint.need === "send";
    call.logged = whoIsLogged(request, endpoint);
    const caller = await identify(edge, request, response, endpoint);
    const exchange = await readExchange(edge, request, response, endpoint, caller);
    // Before it runs, since what reads a body cuts pieces out of it.
    if (call.logged !== "nobody") call.requestBody = redactBody(exchange.parsed.body, "caller");
    const reply = await endpoint.run({ ...exchange, stillMay: () => stillMay(edge, request, endpoint) });
    if (caller.person) await recordMembersWrite(request, endpoint, exchange, reply);
    return reply;
  },
};

const persons: Audience<PersonEndpoint> = {
  meet: countStranger,
  async run(edge, request, response, endpoint) {
    const caller = await identifyPerson(edge, request, response);
    const exchange = await readExchange(edge, request, response, endpoint, caller);
    const reply = await endpoint.run({ ...exchange, auth: edge.auth });
    await recordPersonsWrite(request, endpoint, exchange);
    return reply;
  },
};

const guests: Audience<GuestEndpoint> = {
  meet: countStranger,
  async run(edge, request, response, endpoint) {
    const caller = await countGuest(edge.context, request);
    return endpoint.run(await readExchange(edge, request, response, endpoint, caller));
  },
};

const operators: Audience<OperatorEndpoint> = {
  meet: identifyOperator,
  async run(edge, request, response, endpoint) {
    const caller = await identifyOperator(edge, request);
    return endpoint.run(await readExchange(edge, request, response, endpoint, caller));
  },
};

const anybody: Audience<PublicEndpoint> = {
  meet: countStranger,
  run: (edge, request, response, endpoint) => endpoint.run(edge, request, response),
};

function mountFor<E>(
  audience: Audience<E>,
  router: IRouter,
  edge: Edge,
  { surface, path, endpoints }: RouteOn<AnyRoute["surface"], E>,
): void {
  const byMethod = new Map(Object.entries<E>(endpoints));
  const allow = [...byMethod.keys(), ...(byMethod.has("GET") ? ["HEAD"] : []), "OPTIONS"];
  const dialect = surface === "sendarix" ? surface : "sendex";
  router.all(path, async (request, response) => {
    const call = callOf(request);
    call.route = path;
    call.surface = dialect;
    const endpoint = byMethod.get(request.method === "HEAD" ? "GET" : request.method);
    if (endpoint === undefined) await audience.meet(edge, request, response);
    const reply = endpoint
      ? await audience.run(edge, request, response, endpoint)
      : otherMethod(request.method, allow);
    sendReply(edge.context.log, request, response, reply);
    noteCall(edge.context, request, reply);
  });
}

function otherMethod(method: string, allow: string[]): Reply {
  if (method !== "OPTIONS")
    throw new SendexError("method_not_allowed", `${method} is not allowed here.`, { allow });
  return { status: 200, headers: { Allow: allow.join(", ") }, body: { allow } };
}
