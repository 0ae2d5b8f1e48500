import { types } from "node:util";
import { SendexError } from "@sendex/core/error";
import type { Context } from "@sendex/pipeline/context";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import type { ErrorRequestHandler } from "express";
import { noteCall, type Noted } from "../logs/note";
import { sendReply } from "./reply";
import { type Call, callOf } from "./call";
import { databaseTrouble } from "./database-trouble";
import { renderError } from "./render-error";

const UNEXPECTED = "Something went wrong on our side.";

/**
 * Answers every failure of a request, and is the only place that recognises a database that is away. An unexpected
 * failure becomes a 500 that says nothing but its request id.
 */
export function errorHandler(context: Noted & Pick<Context, "log" | "meters">): ErrorRequestHandler {
  const { log, meters } = context;
  // Express knows an error handler by its four parameters.
  return (failure: unknown, request, response, _next) => {
    const call = callOf(request);
    const error = translate(failure, request.method, call);
    if (error.slug === "internal_server_error") {
      log.error({ requestId: call.requestId, route: call.route, ...traceOf(failure) }, "request failed");
    }
    meters.add("refused", { slug: error.slug });
    const reply = renderError(error, call.surface);
    sendReply(log, request, response, reply);
    noteCall(context, request, reply);
  };
}

/** A typed error stays what it is, whatever caused it: a socket of SES that broke is no trouble of the database's. */
function translate(failure: unknown, method: string, call: Call): SendexError {
  if (failure instanceof SendexError) return failure;
  return isDatabaseTrouble(failure) ? databaseTrouble(failure, method, call) : unexpected(failure);
}

/** Express' own refusals carry a 4xx status: a path with broken percent-encoding, for one. */
function unexpected(failure: unknown): SendexError {
  const status = types.isNativeError(failure) && "status" in failure ? failure.status : undefined;
  if (status === 400) return new SendexError("bad_request", "The request path is not valid.");
  return new SendexError("internal_server_error", UNEXPECTED, { cause: failure });
}

/** Where it happened, without the message: those of parsers and databases quote what they were given. */
function traceOf(failure: unknown): Record<string, unknown> {
  if (!types.isNativeError(failure)) return { errorName: typeof failure };
  const frames = (failure.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in failure ? String(failure.code) : undefined;
  return { errorName: failure.name, errorCode: code, stack: frames.map((line) => line.trim()) };
}
