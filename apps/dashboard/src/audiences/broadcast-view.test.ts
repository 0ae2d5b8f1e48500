import { expect, test } from "@jest/globals";
import { readBroadcastsSearch, readBroadcastView } from "./broadcast-view";

test("how a broadcast is looked at is read from the URL, without what is unknown", () => {
  const search = {
    part: "values",
    contact: "ada@a.example",
    outcome: "bounced",
    variant: "b",
    device: "phone",
    shown: "x",
  };
  expect(readBroadcastView(search)).toEqual({
    ...{ part: "values", contact: "ada@a.example", outcome: "bounced", variant: "b", device: "phone" },
  });
  expect(readBroadcastView({ part: "data", outcome: "queued" })).toEqual({});
  expect(readBroadcastsSearch({ open: "new" })).toEqual({ open: "new" });
  expect(readBroadcastsSearch({ open: "bc_1" })).toEqual({});
});
