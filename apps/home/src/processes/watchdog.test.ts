import { describe, expect, it } from "@jest/globals";
import type { Program } from "./program";
import { watchList } from "./watchdog";

const program = (name: string, signal: NodeJS.Signals): Program => ({
  name,
  command: "x",
  args: [],
  env: {},
  cwd: "/",
  leash: false,
  farewells: [[signal, 1]],
  ready: () => Promise.resolve(true),
});

describe("watchList", () => {
  it("puts neighbours together that end by the same signal, and keeps the order", () => {
    const running = [
      { program: program("api", "SIGTERM"), pid: 11 },
      { program: program("sandbox", "SIGTERM"), pid: 12 },
      { program: program("postgres", "SIGINT"), pid: 13 },
      { program: program("redis", "SIGTERM"), pid: 14 },
    ];
    expect(watchList(running)).toBe("TERM 11 12;INT 13;TERM 14");
  });
});
