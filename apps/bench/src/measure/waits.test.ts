import { expect, test } from "@jest/globals";
import { waitsOf } from "./waits";

const answer = (n: number, dueAt: number, answeredAt: number) => ({
  n,
  dueAt,
  answeredAt,
  body: JSON.stringify({ id: `msg_${n}` }),
});

test("counts from the 202, and from when the request was to begin", () => {
  const answers = [answer(0, 1000, 1010), answer(1, 1100, 1120)];
  expect(
    waitsOf(answers, [
      ["msg_1", 1200],
      ["msg_0", 1030],
    ]),
  ).toEqual({ p50: 20, p99: 80, due99: 100 });
});

test("a mail that is at SES before its 202 was read has not waited", () => {
  expect(waitsOf([answer(0, 1000, 1010)], [["msg_0", 1005]])).toEqual({ p50: 0, p99: 0, due99: 5 });
});

test("a mail that SES never received is named", () => {
  expect(() => waitsOf([answer(7, 0, 1)], [])).toThrow("msg_7");
});
