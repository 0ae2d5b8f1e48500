import { describe, expect, it } from "@jest/globals";
import { continued, received, step, traceparent } from "./trace";

const PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

describe("without an SDK", () => {
  it("runs what it is given, and keeps nothing", async () => {
    expect(await step("a", {}, () => Promise.resolve(traceparent()))).toBeNull();
    expect(await continued(PARENT, "a", {}, () => Promise.resolve(1))).toBe(1);
    const span = received(PARENT, "GET");
    expect(span.isRecording()).toBe(false);
    await expect(step("a", {}, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  });
});
