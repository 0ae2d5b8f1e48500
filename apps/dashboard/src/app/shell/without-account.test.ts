import { describe, expect, it } from "@jest/globals";
import { placeWithoutAccount } from "./without-account";

describe("an operator who is a member of no account", () => {
  it("sees operators' pages, and those of her own person", () => {
    for (const path of ["/operator", "/operator/accounts/acc_1", "/settings/security", "/settings/sessions"])
      expect(placeWithoutAccount(path)).toBeUndefined();
  });

  it("is led there from pages of accounts", () => {
    expect(placeWithoutAccount("/emails")).toBe("/operator");
    expect(placeWithoutAccount("/operators")).toBe("/operator");
    expect(placeWithoutAccount("/settings/members")).toBe("/settings/security");
  });
});
