import { describe, expect, test } from "@jest/globals";
import type { AwsCall } from "./aws-transport";
import { answerOf, refusalOf } from "./ses-outcome";

const call = (over: Partial<AwsCall> = {}): AwsCall => ({
  signal: new AbortController().signal,
  sent: false,
  ...over,
});
const named = (name: string, more: object = {}) => Object.assign(new Error("told so"), { name, ...more });
const answer = (statusCode: number, body: string, headers: Record<string, string> = {}) => ({
  statusCode,
  reason: "",
  headers,
  body: Buffer.from(body),
});

describe("answerOf", () => {
  test("an id is a send, none is nobody's guess", () => {
    expect(answerOf("id")).toEqual({ kind: "sent", sesMessageId: "id" });
    expect(answerOf("").kind).toBe("unknown");
    expect(answerOf(undefined).kind).toBe("unknown");
  });
});

describe("refusalOf", () => {
  test("what failed before a byte left was not sent, whatever it was", () => {
    expect(refusalOf(named("Error", { code: "ECONNRESET" }), call())).toMatchObject({
      kind: "retry",
      code: "ECONNRESET",
    });
    expect(refusalOf("not even an error", call())).toMatchObject({ kind: "retry", code: "NotSent" });
  });

  test("without credentials the account is held, and no attempt burnt", () => {
    expect(refusalOf(named("CredentialsProviderError"), call())).toMatchObject({
      kind: "paused",
      quota: false,
    });
  });

  test("what failed after a byte may have left, without a whole answer, is unknown", () => {
    for (const code of ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", undefined]) {
      expect(refusalOf(named("Error", { code }), call({ sent: true })).kind).toBe("unknown");
    }
  });

  test.each([
    ["v1", named("Throttling", { Error: { Code: "Throttling" } }), answer(400, "<xml/>")],
    ["v2 by header", named("TooManyRequestsException"), answer(429, "", { "x-amzn-errortype": "T" })],
    ["v2 by __type", named("TooManyRequestsException"), answer(429, '{"__type":"T"}')],
    ["v2 by code", named("TooManyRequestsException"), answer(429, '{"code":"T"}')],
  ])("an error named on the wire is known: %s", (_name, error, whole) => {
    expect(refusalOf(error, call({ sent: true, answer: whole })).kind).toBe("throttled");
  });

  test.each([
    ["a name that the SDK made up", named("NotFound"), answer(404, "<html></html>")],
    ["JSON that names nothing", named("UnknownError"), answer(500, '{"error":"gateway"}')],
    ["JSON that is no object", named("UnknownError"), answer(500, "null")],
    ["a success that could not be read", named("SyntaxError"), answer(200, "}")],
    ["a success that names an error", named("Throttling"), answer(200, '{"code":"Throttling"}')],
  ])("%s is unknown", (_name, error, whole) => {
    expect(refusalOf(error, call({ sent: true, answer: whole })).kind).toBe("unknown");
  });
});
