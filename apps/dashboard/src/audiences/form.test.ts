import { expect, test } from "@jest/globals";
import { bodyOf, snippetOf, valuesOf } from "./form";

test("an empty field is sent as none, and origins are one a line", () => {
  const values = {
    ...valuesOf(undefined),
    name: " News ",
    allowed_origins: "https://a.example\n\nhttps://b.example ",
  };
  expect(bodyOf(values)).toEqual({
    ...{ name: "News", from: null, template: null, segments: [], topics: [], fields: [] },
    ...{ redirect_url: null, allowed_origins: ["https://a.example", "https://b.example"] },
  });
});

test("the code to paste posts to the form's address and asks for what the form takes", () => {
  const code = snippetOf({ page_url: "https://mail.example/f/form_1", fields: ["first_name", "city"] });
  expect(code).toContain('action="https://mail.example/f/form_1"');
  expect(code).toContain('First name <input name="first_name"');
  expect(code).toContain('city <input name="city"');
  expect(code).toContain('name="web-site"');
});
