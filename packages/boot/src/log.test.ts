import { Writable } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { openLog } from "./log";

function record(level: "debug" | "info" = "info") {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: openLog({ level, name: "api", destination }), lines };
}

describe("log", () => {
  it("writes one JSON object a line with level, time, process and message", () => {
    const { log, lines } = record();
    log.warn({ messageId: "msg_1" }, "slow");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "warn",
      process: "api",
      msg: "slow",
      messageId: "msg_1",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it("leaves out what is below its level", () => {
    const { log, lines } = record();
    log.debug({}, "detail");
    expect(lines).toEqual([]);
  });

  it("shows no secret by name", () => {
    const { log, lines } = record();
    log.info(
      { authorization: "Bearer sk_live_x", headers: { authorization: "sk_live_x" }, secret: "sk_live_x" },
      "x",
    );
    expect(lines[0]).not.toContain("sk_live_x");
  });

  it("writes an error's kind, reason, code and stack, and nothing that hangs on it", () => {
    const { log, lines } = record();
    const error = Object.assign(new Error("refused"), {
      code: "ECONNREFUSED",
      body: "canary",
      detail: "canary",
    });
    log.error({ err: error }, "failed");
    const { err } = JSON.parse(lines[0] ?? "") as { err: { stack: string[] } };
    expect(err).toMatchObject({ type: "Error", message: "refused", code: "ECONNREFUSED" });
    expect(err.stack[0]).toMatch(/^at /);
    expect(lines[0]).not.toContain("canary");
  });

  it("keeps only the reason of a database client's error, which quotes its arguments", () => {
    const { log, lines } = record();
    const error = new Error(
      "Invalid `create()` invocation:\n{ subject: canary }\n\nArgument `id` is missing.",
    );
    error.name = "PrismaClientValidationError";
    log.error({ err: error }, "failed");
    expect(lines[0]).toContain("Argument `id` is missing.");
    expect(lines[0]).not.toContain("canary");
  });

  it("follows causes, and survives what is no error", () => {
    const { log, lines } = record();
    log.error({ err: new Error("outer", { cause: new Error("inner") }) }, "failed");
    log.error({ err: "just words" }, "failed");
    expect(lines[0]).toContain("inner");
    expect(lines[1]).toContain("just words");
  });
});
