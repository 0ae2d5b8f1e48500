import { expect, test } from "@jest/globals";
import type { Terminal } from "../desk";
import { openReport } from "./report";

const NOW = new Date(2026, 2, 5, 12, 0, 2);
const EVENT = {
  kind: "event",
  id: "evt_1",
  type: "email.bounced",
  body: JSON.stringify({ data: { message_id: "msg_1", recipient: "ada@example.com" } }),
} as const;
const SESSION = {
  connection: {
    apiKey: `sk_test_${"a".repeat(44)}x7Qk`,
    apiUrl: "http://127.0.0.1:3000",
    mode: "test",
    from: "",
  },
  target: new URL("http://localhost:4000/hook"),
  secret: "whsec_abc",
  events: [],
  position: undefined,
  since: undefined,
} as const;

function printed(json: boolean, act: (report: ReturnType<typeof openReport>) => void): string[] {
  let out = "";
  const terminal = { out: (text: string) => void (out += text) } as Terminal;
  act(openReport(terminal, json, () => NOW));
  return out.split("\n").slice(0, -1);
}

test("an event is one line: when, what, the answer, its id and whom it is about", () => {
  const lines = printed(false, (report) => {
    report.handed(EVENT, { kind: "answered", status: 200, ms: 12 });
    report.handed(EVENT, { kind: "silent", reason: "socket hang up" });
  });
  expect(lines).toEqual([
    "12:00:02  email.bounced  200 in 12 ms  evt_1  msg_1 ada@example.com",
    "12:00:02  email.bounced  given up: socket hang up  evt_1  msg_1 ada@example.com",
  ]);
});

test("with JSON each line is a document, and the first one has the secret", () => {
  const lines = printed(true, (report) => {
    report.begins(SESSION);
    report.ready();
    report.ready();
    report.handed(EVENT, { kind: "answered", status: 500, ms: 3 });
  }).map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([
    expect.objectContaining({ listening: "http://127.0.0.1:3000", secret: "whsec_abc", after: null }),
    { note: "ready", message: "Ready." },
    { event: "email.bounced", id: "evt_1", status: 500, ms: 3 },
  ]);
});

test("the beginning names key, target and secret, and says where events leave this machine", () => {
  const here = printed(false, (report) => report.begins(SESSION)).join("\n");
  expect(here).toContain("sk_test_…x7Qk: all events of test mail");
  expect(here).toContain("whsec_abc");
  expect(here).not.toContain("not this machine");
  const target = new URL("https://hooks.example/a");
  const away = printed(false, (report) => report.begins({ ...SESSION, target })).join("\n");
  expect(away).toContain("hooks.example is not this machine");
});

test("the same trouble is said once", () => {
  const lines = printed(false, (report) => {
    report.says("target_waits", "It waits.");
    report.says("target_waits", "It waits.");
  });
  expect(lines).toEqual(["12:00:02  It waits."]);
});
