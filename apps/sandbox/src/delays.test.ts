import { expect, test } from "@jest/globals";
import { createDelays } from "./delays";

test("what waits is run at once when the end comes, and what that adds too", () => {
  const delays = createDelays();
  const ran: string[] = [];
  delays.after(60_000, () => {
    ran.push("first");
    delays.after(60_000, () => ran.push("second"));
  });
  expect(ran).toEqual([]);
  delays.runAll();
  delays.runAll();
  expect(ran).toEqual(["first", "second"]);
});
