import { expect, test } from "@jest/globals";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { valuesOf } from "./reader-values";

test("a broadcast may say a contact's names, its properties and its way out", () => {
  const plan: ContactProperty = {
    ...{ object: "contact_property", id: "prop_1", key: "plan", type: "string", fallback_value: "free" },
    created_at: "2026-03-05T12:00:00.000Z",
  };
  expect(valuesOf([plan]).map(({ written, fallback }) => [written, fallback])).toEqual([
    ["{{ first_name }}", null],
    ["{{ last_name }}", null],
    ["{{ email }}", null],
    ["{{ plan }}", "free"],
    ["{{{unsubscribe_url}}}", null],
  ]);
});
