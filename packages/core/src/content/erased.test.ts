import { expect, it } from "@jest/globals";
import { ERASED_ADDRESS, erasedEmail, withoutAddress } from "./erased";

it("erases an address with its name, in any case, wherever it stands, and no other", () => {
  const lists = {
    to: ["Ada Lovelace <Ada@example.com>", "ada@example.com", "nada@example.com"],
    cc: ['"Lovelace, A." <ADA@EXAMPLE.COM>'],
    bcc: [],
    replyTo: ["ada@example.com.au"],
  };
  expect(withoutAddress(lists, "ada@example.com")).toEqual({
    to: [ERASED_ADDRESS, ERASED_ADDRESS, "nada@example.com"],
    cc: [ERASED_ADDRESS],
    bcc: [],
    replyTo: ["ada@example.com.au"],
  });
});

it("names an erased account by its id alone", () => {
  expect(erasedEmail("acc_1")).toBe("erased-acc_1@erased.invalid");
});
