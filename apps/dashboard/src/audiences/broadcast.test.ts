import { describe, expect, it } from "@jest/globals";
import { can, lacksOf, momentOf, nameOf, progressOf, readersOf, watchMs } from "./broadcast";

const NOON = Date.parse("2026-03-05T12:00:00.000Z");
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

describe("what can be done with a broadcast", () => {
  it("follows from its state", () => {
    expect(can("pause", { state: "sending" })).toBe(true);
    expect(can("resume", { state: "sending" })).toBe(false);
    expect(can("cancel", { state: "paused" })).toBe(true);
    expect(can("remove", { state: "queued" })).toBe(false);
  });
});

describe("a broadcast in a list", () => {
  it("is called by its name, or by its subject", () => {
    expect(nameOf({ name: "", subject: "News" })).toBe("News");
    expect(nameOf({ name: "", subject: null })).toBeUndefined();
  });

  it("says the last thing that happened to it, or is about to", () => {
    const draft = {
      state: "draft",
      created_at: at(0),
      scheduled_at: null,
      started_at: null,
      ended_at: null,
    } as const;
    expect(momentOf(draft)).toEqual({ what: "created", at: at(0) });
    const queued = { ...draft, state: "queued", scheduled_at: at(5) } as const;
    expect(momentOf(queued)).toEqual({ what: "scheduled", at: at(5) });
    expect(momentOf({ ...queued, state: "sending", started_at: at(6) }).what).toBe("started");
    expect(momentOf({ ...queued, state: "sent", started_at: at(6), ended_at: at(7) }).what).toBe("ended");
  });
});

describe("who gets a broadcast", () => {
  it("is all contacts but those who unsubscribed", () => {
    expect(readersOf({ audience: { contacts: 5, unsubscribed: 2 } })).toBe(3);
  });

  it("is gone through by mails and by those who are skipped", () => {
    const audience = { contacts: 4, unsubscribed: 1 };
    expect(progressOf({ mails: 2, skipped: 1, audience })).toBe(75);
    expect(progressOf({ mails: 9, skipped: 0, audience })).toBe(100);
    expect(progressOf({ mails: 0, skipped: 0, audience: { contacts: 0, unsubscribed: 0 } })).toBe(0);
  });
});

describe("a mail", () => {
  it("needs a sender, a subject and words", () => {
    expect(lacksOf({ from: null, subject: "", html: null, text: "" })).toEqual([
      "from",
      "subject",
      "content",
    ]);
    expect(lacksOf({ from: "a@a.example", subject: "News", html: null, text: "Hello" })).toEqual([]);
  });
});

describe("who looks at a broadcast", () => {
  it("sees it change while it is sent, and asks seldom while it waits", () => {
    const seldom = watchMs({ state: "sent", scheduled_at: null }, NOON);
    const often = watchMs({ state: "sending", scheduled_at: null }, NOON);
    expect(often).toBeLessThan(Number(seldom));
    expect(watchMs({ state: "queued", scheduled_at: at(60) }, NOON)).toBe(seldom);
    expect(watchMs({ state: "queued", scheduled_at: at(0.5) }, NOON)).toBe(often);
    expect(watchMs({ state: "draft", scheduled_at: null }, NOON)).toBe(false);
  });
});
