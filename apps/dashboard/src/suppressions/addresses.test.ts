import { describe, expect, it } from "@jest/globals";
import { readAddresses } from "./addresses";

describe("readAddresses", () => {
  it.each([
    ["a@a.example", ["a@a.example"]],
    ["a@a.example, b@b.example;c@c.example\nd@d.example e@e.example", "abcde"],
    ["Ada Lovelace <ada@a.example>", ["ada@a.example"]],
    ["", []],
    [" \n ,, ", []],
  ])("reads %j", (text, expected) => {
    const addresses = readAddresses(text);
    expect(
      typeof expected === "string" ? addresses.map((address) => address[0]).join("") : addresses,
    ).toEqual(expected);
  });

  it("takes each once, however it is written", () => {
    expect(readAddresses("a@a.example\nA@A.example")).toHaveLength(1);
  });

  it("keeps what is no address, for the API to name", () => {
    expect(readAddresses("ada\nb@b.example")).toEqual(["ada", "b@b.example"]);
  });
});
