import { expect, test } from "@jest/globals";
import { fitting, readFilters } from "./filters";

const template = (id: string, name: string, status: "draft" | "published") => ({
  id,
  name,
  alias: `${name.toLowerCase()}-mail`,
  status,
  created_at: "",
  updated_at: "",
  published_at: null,
});

test("every word must stand in name, alias or id", () => {
  const all = [template("tpl_1", "Welcome", "draft"), template("tpl_2", "Receipt", "published")];
  expect(fitting(all, { q: "MAIL wel" })).toEqual([all[0]]);
  expect(fitting(all, { status: "published" })).toEqual([all[1]]);
  expect(fitting(all, {})).toEqual(all);
});

test("a status that does not exist filters nothing", () => {
  expect(readFilters({ status: "gone", q: "x" })).toEqual({ q: "x" });
});
