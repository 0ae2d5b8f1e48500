import { expect, it } from "@jest/globals";
import { partsOf } from "./breakdown";

it("has the value that the filter takes, and the name where there is one", () => {
  const [domain] = partsOf("domain", [{ domain_id: "dom_1", domain_name: "acme.example", sent: 4 }]);
  expect(domain).toMatchObject({ value: "dom_1", name: "acme.example", figures: { sent: 4 } });
});

it("has null for mail of no template, and of a domain that is gone", () => {
  expect(partsOf("template", [{ template_id: null }])[0]?.value).toBeNull();
  expect(partsOf("domain", [{ domain_id: null, domain_name: "old.example" }])[0]).toMatchObject({
    value: null,
    name: "old.example",
  });
});
