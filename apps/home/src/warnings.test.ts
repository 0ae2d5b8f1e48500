import { describe, expect, it } from "@jest/globals";
import { warningLines, shortForm } from "./warnings";

const line = (level: string, msg: string) => `${JSON.stringify({ level, process: "api", msg })}\n`;

function listener() {
  const state = { now: 0, shown: [] as string[] };
  const notice = warningLines(
    "api",
    (text) => state.shown.push(text),
    () => state.now,
  );
  return { state, hear: (text: string) => notice(Buffer.from(text)) };
}

describe("warningLines", () => {
  it("shows warnings and errors, and nothing less", () => {
    const { state, hear } = listener();
    hear(line("info", "ready") + line("warn", "slow") + line("error", "broken"));
    expect(state.shown).toEqual(["[api] warn: slow", "[api] error: broken"]);
  });

  it("puts lines together that come in pieces", () => {
    const { state, hear } = listener();
    const whole = line("warn", "slow");
    hear(whole.slice(0, 10));
    hear(whole.slice(10));
    expect(state.shown).toEqual(["[api] warn: slow"]);
  });

  it("shows a repeated line once in ten seconds", () => {
    const { state, hear } = listener();
    hear(line("warn", "slow").repeat(3));
    state.now = 10_000;
    hear(line("warn", "slow"));
    expect(state.shown).toEqual(["[api] warn: slow", "[api] warn: slow"]);
  });

  it("stops a flood after five lines and says so", () => {
    const { state, hear } = listener();
    for (let i = 0; i < 20; i += 1) hear(line("warn", `slow ${i}`));
    expect(state.shown).toHaveLength(6);
    expect(state.shown.at(-1)).toContain("in its log");
  });
});

describe("shortForm", () => {
  it("adds the error's own words", () => {
    const entry = { level: "error", msg: "not sent", err: { type: "Error", message: "no route" } };
    expect(shortForm(JSON.stringify(entry))).toBe("error: not sent (no route)");
  });

  it("is the line itself, cut, when that is not JSON", () => {
    expect(shortForm("x".repeat(1000))).toBe(`${"x".repeat(300)}…`);
  });
});
