import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addressed } from "./envelope";

const mailbox = (address: string) => ({ address });

describe("who gets a mail", () => {
  it("is the envelope, by what the headers say of each", () => {
    const headers = { to: [{ address: "One@x.example", name: "One" }], cc: [mailbox("two@x.example")] };
    expect(addressed(["one@x.example", "two@x.example", "three@x.example"], headers)).toEqual({
      to: headers.to,
      cc: headers.cc,
      bcc: [mailbox("three@x.example")],
    });
  });

  it("is shown as the headers say, where those name others", () => {
    const headers = { to: [mailbox("all@x.example")], cc: [] };
    expect(addressed(["one@x.example"], headers)).toEqual({
      ...{ to: [], cc: [], bcc: [mailbox("one@x.example")] },
      shown: headers,
    });
  });

  it("is each address of the envelope once, whatever the headers are", () => {
    const address = fc.constantFrom("a@x.example", "A@x.example", "b@x.example", "c@x.example");
    const some = fc.array(address.map(mailbox), { maxLength: 4 });
    const envelope = fc.uniqueArray(address, { minLength: 1, selector: (one) => one.toLowerCase() });
    fc.assert(
      fc.property(envelope, some, some, (all, to, cc) => {
        const { to: own, cc: copies, bcc } = addressed(all, { to, cc });
        const got = [...own, ...copies, ...bcc].map((one) => one.address.toLowerCase()).sort();
        expect(got).toEqual(all.map((one) => one.toLowerCase()).sort());
      }),
    );
  });
});
