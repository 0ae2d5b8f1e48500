import { SendexError } from "@sendex/core/error";
import { leastRoleFor } from "@sendex/core/people/roles";
import type { Tenant } from "@sendex/data/access/api-keys";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { refuseBelowRole, refuseWithoutPermission } from "@sendex/pipeline/access/refuse";
import type { Context } from "@sendex/pipeline/context";
import { limitAddress, limitRate } from "@sendex/pipeline/access/limit-rate";
import { authenticateOperator } from "@sendex/pipeline/access/operators";
import type { SignedIn } from "@sendex/pipeline/people/authenticate";
import type { Request, Response } from "express";
import { callOf } from "./call";
import type { Edge, Endpoint, Operator } from "./endpoint";
import { checkRate, setRateHeaders } from "./rate-headers";
import { isBySession, readMember, readPerson } from "./session/read";

/**
 * The checks that need nothing but headers, in the order of docs/contract.md "Accepting a message": key or session,
 * permission, rate. Every request of a known caller is counted and gets the rate headers, whatever becomes of it. Of a
 * request that brings an `Authorization` the cookie is not looked at.
 */
export async function identify(
  edge: Edge,
  request: Request,
  response: Response,
  { need, role }: Pick<Endpoint, "need" | "role">,
): Promise<Tenant> {
  const { context } = edge;
  const caller = await orCounted(context, request, () => readCaller(edge, request));
  callOf(request).caller = caller;
  if (!caller.person) context.keyUses.note(caller, request.ip);
  const rate = await limitRate(context, caller);
  const now = context.clock();
  setRateHeaders(response, rate, now);
  refuseUnless(caller, request, { need, role });
  checkRate(rate, now);
  return caller;
}

/** Whether the request's caller may still do this, without counting it once more: for what stays open. */
export async function stillMay(
  edge: Edge,
  request: Request,
  wanted: Pick<Endpoint, "need" | "role">,
): Promise<boolean> {
  try {
    refuseUnless(await readCaller(edge, request), request, wanted);
    return true;
  } catch (error) {
    if (error instanceof SendexError && ["unauthorized", "forbidden"].includes(error.slug)) return false;
    throw error;
  }
}

function readCaller(edge: Edge, request: Request): Promise<Tenant> {
  if (isBySession(edge, request)) return readMember(edge, request);
  return authenticate(edge.context, request.headers.authorization);
}

function refuseUnless(
  caller: Tenant,
  { method }: Request,
  { need, role }: Pick<Endpoint, "need" | "role">,
): void {
  refuseWithoutPermission(caller, need);
  if (caller.person) refuseBelowRole(caller.person.role, role ?? leastRoleFor(method));
}

/** For whoever is signed in, in whatever account; others are limited by address. */
export async function identifyPerson(edge: Edge, request: Request, response: Response): Promise<SignedIn> {
  const { context } = edge;
  const signedIn = await orCounted(context, request, () => readPerson(edge, request));
  const rate = await limitRate(context, { keyId: signedIn.session.user.id, rateLimit: null });
  setRateHeaders(response, rate, context.clock());
  checkRate(rate, context.clock());
  return signedIn;
}

/** Counts a request of anybody's, by its address. */
export async function countGuest(context: Context, request: Request): Promise<string> {
  await limitStranger(context, request);
  return request.ip ?? "unknown";
}

/** For a route that does not exist, which is answered alike to everyone: counts the request, by key or by address. */
export async function countStranger(edge: Edge, request: Request, response: Response): Promise<void> {
  if (request.headers.authorization === undefined) return limitStranger(edge.context, request);
  try {
    await identify(edge, request, response, { need: "send" });
  } catch (error) {
    if (!(error instanceof SendexError) || error.slug !== "unauthorized") throw error;
  }
}

/** For operators' keys, and for people who are operators; other requests are limited by address. */
export async function identifyOperator(edge: Edge, request: Request): Promise<Operator> {
  const { context } = edge;
  if (isBySession(edge, request)) return orCounted(context, request, () => readOperator(edge, request));
  const { id, name } = await orCounted(context, request, () =>
    authenticateOperator(context, request.headers.authorization),
  );
  return { id, name, by: `operator:${name}` };
}

async function readOperator(edge: Edge, request: Request): Promise<Operator> {
  const { session } = await readPerson(edge, request);
  const { id, name, email, operator } = session.user;
  if (!operator) throw new SendexError("forbidden", "You are no operator of this Sendex.");
  return { id, name, by: `operator:${name} <${email}>` };
}

/** Who has no valid key, and no session, is limited by address. */
async function orCounted<Caller>(
  context: Context,
  request: Request,
  check: () => Promise<Caller>,
): Promise<Caller> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof SendexError && error.slug === "unauthorized") await limitStranger(context, request);
    throw error;
  }
}

async function limitStranger(context: Context, request: Request): Promise<void> {
  checkRate(await limitAddress(context, request.ip ?? "unknown"), context.clock());
}
