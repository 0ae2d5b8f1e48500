import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { type FailAt, parseFailAt } from "@sendex/core/fail-point";
import { openFailPoint } from "./fail-point";

const lines: string[] = [];
const say = (line: string) => void lines.push(line);
let kill: ReturnType<typeof spyOnKill>;

function spyOnKill() {
  return jest.spyOn(process, "kill").mockReturnValue(true);
}

beforeEach(() => {
  lines.length = 0;
  kill = spyOnKill();
});
afterEach(() => {
  kill.mockRestore();
});

function at(text: string): FailAt {
  const parsed = parseFailAt(text);
  if (!parsed) throw new Error(`${text} is not understood`);
  return parsed;
}

test("does nothing unless a drill asked for it", () => {
  openFailPoint(undefined, "send-worker", say)("send:after-claim");
  expect(kill).not.toHaveBeenCalled();
});

test("strikes at the passing asked for, and at no other place or time, with one line about it", () => {
  const pass = openFailPoint(at("send:after-claim:2"), "send-worker", say);
  pass("send:after-claim", "msg_1");
  pass("send:before-claim", "msg_1");
  expect(kill).not.toHaveBeenCalled();
  pass("send:after-claim", "msg_2");
  expect(kill.mock.calls).toEqual([[process.pid, "SIGKILL"]]);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: "warn",
      process: "send-worker",
      failPoint: "send:after-claim",
      nth: 2,
      signal: "SIGKILL",
      messageId: "msg_2",
      msg: "a fail-point strikes",
    },
  ]);
  pass("send:after-claim", "msg_3");
  expect(kill).toHaveBeenCalledTimes(1);
});

test("counts one message's passings alone when it is named", () => {
  const pass = openFailPoint(at("send:before-claim@msg_2:stop"), "send-worker", say);
  pass("send:before-claim", "msg_1");
  expect(kill).not.toHaveBeenCalled();
  pass("send:before-claim", "msg_2");
  expect(kill.mock.calls).toEqual([[process.pid, "SIGSTOP"]]);
});
