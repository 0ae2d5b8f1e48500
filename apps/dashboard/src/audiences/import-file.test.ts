import { expect, test } from "@jest/globals";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { columnsOf, guess, toColumnMap } from "./import-file";

const plan: ContactProperty = {
  ...{ object: "contact_property", id: "prop_1", key: "plan", type: "string", fallback_value: null },
  created_at: "2026-03-05T12:00:00.000Z",
};

test("the columns of a file are its header with the first rows, whatever parts them", () => {
  const comma = 'Email,"Given ""name""",plan\r\na@x.dev,"Lee, Ann",pro\r\n\r\nb@x.dev\nc@x.dev,C\nd@x.dev,D';
  expect(columnsOf(comma)).toEqual([
    { name: "Email", samples: ["a@x.dev", "b@x.dev", "c@x.dev"] },
    { name: 'Given "name"', samples: ["Lee, Ann", "", "C"] },
    { name: "plan", samples: ["pro", "", ""] },
  ]);
  expect(columnsOf("\uFEFFemail;name\na@x.dev;A").map(({ name }) => name)).toEqual(["email", "name"]);
  expect(columnsOf("email\tname\ra@x.dev\tA")[1]).toEqual({ name: "name", samples: ["A"] });
  expect(columnsOf("")).toEqual([]);
});

test("columns are what their names say, each once, and go to the API by their headers", () => {
  const columns = columnsOf("E-Mail,First name,email,plan,note\n");
  const meanings = guess(columns, [plan]);
  expect(meanings).toEqual(["email", "first_name", "", "property:plan", ""]);
  expect(toColumnMap(columns, meanings)).toEqual({
    ...{ email: "E-Mail", first_name: "First name", properties: { plan: { column: "plan" } } },
  });
});
