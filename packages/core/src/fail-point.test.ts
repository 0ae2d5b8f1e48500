import { expect, test } from "@jest/globals";
import { FAIL_POINTS, parseFailAt } from "./fail-point";

test.each(FAIL_POINTS)("%s alone kills at its first passing", (name) => {
  expect(parseFailAt(name)).toEqual({ name, nth: 1, signal: "SIGKILL" });
});

test("a number names the passing, `stop` the milder end, and @ the message that counts", () => {
  const name = "send:after-claim";
  expect(parseFailAt(`${name}:30`)).toEqual({ name, nth: 30, signal: "SIGKILL" });
  expect(parseFailAt(`${name}:stop`)).toEqual({ name, nth: 1, signal: "SIGSTOP" });
  expect(parseFailAt(`${name}@msg_1:2:stop`)).toEqual({
    name,
    messageId: "msg_1",
    nth: 2,
    signal: "SIGSTOP",
  });
});

test.each(["", "send", "send:sometimes", "send:after-claim:0", "send:after-claim:x", "send:after-claim@"])(
  "%p is not understood",
  (text) => {
    expect(parseFailAt(text)).toBeUndefined();
  },
);
