import { expect, test } from "@jest/globals";
import { templateUse } from "./template-use";

test.each([
  [
    { template: "code", template_data: { a: 1 } },
    { ref: "code", data: { a: 1 }, refField: "template", dataField: "template_data" },
  ],
  [{ template: "code" }, { ref: "code", data: {}, refField: "template", dataField: "template_data" }],
  [
    { template: { id: "code", variables: { a: 1 } } },
    { ref: "code", data: { a: 1 }, refField: "template.id", dataField: "template.variables" },
  ],
  [
    { template: { id: "code" }, template_data: { a: 1 } },
    { ref: "code", data: { a: 1 }, refField: "template.id", dataField: "template_data" },
  ],
  [
    { template: { id: "code" } },
    { ref: "code", data: {}, refField: "template.id", dataField: "template.variables" },
  ],
])("%j names its template", (body, use) => {
  expect(templateUse(body)).toEqual(use);
});

test.each([
  null,
  "a",
  [],
  {},
  { template: null },
  { template: 5 },
  { template: {} },
  { template: { id: 5 } },
])("%j names none", (body) => {
  expect(templateUse(body)).toBeUndefined();
});
