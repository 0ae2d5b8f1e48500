import { expect, it } from "@jest/globals";
import { checkUnsubscribe } from "./sandbox";

const header = (value: string) => ({ name: "List-Unsubscribe", value });
const POST = { name: "list-unsubscribe-post", value: "List-Unsubscribe=One-Click" };

it("is content with an https address and one click", () => {
  expect(checkUnsubscribe([header("<mailto:u@x.com>, <https://x.com/u>"), POST])).toEqual({
    ...{ present: true, mailto: "mailto:u@x.com", https: "https://x.com/u", oneClick: true, problems: [] },
  });
});

it.each([
  [[], 1],
  [[header("https://x.com/u")], 1],
  [[header("<http://x.com/u>")], 2],
  [[header("<mailto:u@x.com>")], 1],
  [[header("<https://x.com/u>")], 1],
  [[header("<https://x.com/u>"), { ...POST, value: "yes" }], 1],
])("of %j names %i problems", (headers, count) => {
  const checked = checkUnsubscribe(headers);
  expect(checked.problems.length).toBe(count);
  expect(checked.oneClick).toBe(false);
});
