import { expect, test } from "@jest/globals";
import { readAddresses, showAddresses } from "./addresses";

test("mailboxes are parted by commas, not by those in a name", () => {
  expect(readAddresses('a@b.example, "Doe, Ann" <ann@b.example>; c@d.example,')).toEqual([
    "a@b.example",
    '"Doe, Ann" <ann@b.example>',
    "c@d.example",
  ]);
});

test("what is shown is read again", () => {
  const all = ["a@b.example", '"Doe, Ann" <ann@b.example>'];
  expect(readAddresses(showAddresses(all))).toEqual(all);
});
