import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  allowedNow,
  BROADCAST_STATES,
  statesFor,
  statusOf,
  valuesOf,
  windowFor,
  withPlainFallbacks,
  withPreview,
} from "./broadcast";

const HOUR_MS = 3_600_000;

describe("a broadcast", () => {
  it("can be changed and sent as a draft alone", () => {
    const able = (act: Parameters<typeof statesFor>[0]) =>
      BROADCAST_STATES.filter((s) => statesFor(act).includes(s));
    expect(able("change")).toEqual(["draft"]);
    expect(able("send")).toEqual(["draft"]);
    expect(able("cancel")).toEqual(["queued", "sending", "paused"]);
  });

  it("has a status that the SDK knows, whatever its state", () => {
    for (const state of BROADCAST_STATES) expect(["draft", "queued", "sent"]).toContain(statusOf(state));
  });

  it("never makes more mail than its tempo allows", () => {
    const hours = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 100_000 }), fc.nat(1_000), hours, (perHour, madeThen, steps) => {
        const since = new Date(0);
        let [made, time] = [madeThen, 0];
        for (const step of steps) {
          time += step * HOUR_MS;
          made += allowedNow({ perHour, since, madeThen }, made, new Date(time));
          expect(made - madeThen).toBeLessThanOrEqual(1 + (perHour * time) / HOUR_MS);
        }
      }),
    );
  });

  it("has smaller windows the longer its mail is", () => {
    expect([windowFor(0), windowFor(100_000), windowFor(10_000_000)]).toEqual([500, 83, 10]);
  });
});

describe("a broadcast's words", () => {
  it("may have what stands in for a value, as users of Resend write it", () => {
    expect(
      withPlainFallbacks("Hi {{{contact.first_name|there}}}, {{{FIRST_NAME | you}}} {{{unsubscribe_url}}}"),
    ).toBe(
      'Hi {{ contact.first_name | default: "there" }}, {{ FIRST_NAME | default: "you" }} {{{unsubscribe_url}}}',
    );
    expect(withPlainFallbacks('{{{a|say "hi", it\'s me}}}')).toBe("{{ a | default: 'say \"hi\", it’s me' }}");
  });

  it("know a reader by each of the names", () => {
    const reader = {
      address: "ann@example.com",
      firstName: "Ann",
      lastName: null,
      properties: { plan: "pro" },
    };
    const known = [
      { key: "plan", fallback: "free" },
      { key: "city", fallback: null },
    ];
    expect(valuesOf(reader, known)).toEqual({
      ...{ EMAIL: "ann@example.com", FIRST_NAME: "Ann", LAST_NAME: "" },
      ...{ email: "ann@example.com", first_name: "Ann", last_name: "", plan: "pro", city: "" },
      contact: { email: "ann@example.com", first_name: "Ann", last_name: "", plan: "pro", city: "" },
    });
  });

  it("begin with what is shown beside the subject", () => {
    expect(withPreview("<html><body class=x><p>a", "<b> & c")).toMatch(
      /^<html><body class=x><div style="display:none[^"]*">&lt;b&gt; &amp; c<\/div><p>a$/,
    );
    expect(withPreview("<p>a", null)).toBe("<p>a");
  });
});
