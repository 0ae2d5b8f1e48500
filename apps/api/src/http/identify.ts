import { SendexError } from "@sendex/core/error";
import type { Need } from "@sendex/core/access";
import type { Tenant } from "@sendex/data/access/api-keys";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { refuseWithoutPermission } from "@sendex/pipeline/access/refuse";
import type { Context } from "@sendex/pipeline/context";
import { limitAddress, limitRate } from "@sendex/pipeline/access/limit-rate";
import { authenticateOperator } from "@sendex/pipeline/access/operators";
import type { Request, Response } from "express";
import { callOf } from "./call";
import type { Operator } from "./endpoint";
import { checkRate, setRateHeaders } from "./rate-headers";

/**
 * The checks that need nothing but headers, in the order of docs/contract.md "Accepting a message": key, permission, rate.
 * Every request with a known key is counted and gets the rate headers, whatever becomes of it.
 */
export async function identify(
  context: Context,
  request: Request,
  response: Response,
  need: Need,
): Promise<Tenant> {
  const caller = await orCounted(context, request, authenticate);
  callOf(request).caller = caller;
  context.keyUses.note(caller);
  const rate = await limitRate(context, caller);
  const now = context.clock();
  setRateHeaders(response, rate, now);
  refuseWithoutPermission(caller, need);
  checkRate(rate, now);
  return caller;
}

/** For a route that does not exist, which is answered alike to everyone: counts the request, by key or by address. */
export async function countStranger(context: Context, request: Request, response: Response): Promise<void> {
  if (request.headers.authorization === undefined) return limitStranger(context, request);
  try {
    await identify(context, request, response, "send");
  } catch (error) {
    if (!(error instanceof SendexError) || error.slug !== "unauthorized") throw error;
  }
}

/** For operators' keys alone; requests without one are limited by address. */
export async function identifyOperator(context: Context, request: Request): Promise<Operator> {
  const operator = await orCounted(context, request, authenticateOperator);
  return { ...operator, by: `operator:${operator.name}` };
}

/** Who has no valid key is limited by address. */
async function orCounted<Caller>(
  context: Context,
  request: Request,
  check: (context: Context, authorization: string | undefined) => Promise<Caller>,
): Promise<Caller> {
  try {
    return await check(context, request.headers.authorization);
  } catch (error) {
    if (error instanceof SendexError && error.slug === "unauthorized") await limitStranger(context, request);
    throw error;
  }
}

async function limitStranger(context: Context, request: Request): Promise<void> {
  checkRate(await limitAddress(context, request.ip ?? "unknown"), context.clock());
}
