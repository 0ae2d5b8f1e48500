import { describe, expect, test } from "@jest/globals";
import { hasControl, wellFormed } from "./text";

describe("hasControl", () => {
  test.each(["\r", "\n", "\0", "\t", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029"])(
    "finds %j",
    (control) => {
      expect(hasControl(`a${control}b`)).toBe(true);
    },
  );

  test("lets through what is allowed, and only that", () => {
    expect(hasControl("a\tb", "\t")).toBe(false);
    expect(hasControl("a\tb\n", "\t")).toBe(true);
  });

  test("finds nothing in ordinary text of any script", () => {
    expect(hasControl("Grüße, 山田 — 🎉 \u00a0 مرحبا")).toBe(false);
  });
});

describe("wellFormed", () => {
  test("replaces halves of surrogate pairs and keeps whole ones", () => {
    expect(wellFormed("cut \ud83d")).toBe("cut \ufffd");
    expect(wellFormed("\udf89 first")).toBe("\ufffd first");
    expect(wellFormed("whole 🎉")).toBe("whole 🎉");
  });
});
