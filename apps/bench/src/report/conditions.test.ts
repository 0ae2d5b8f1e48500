import { expect, test } from "@jest/globals";
import { assertDurable } from "./conditions";

const DEFAULTS = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

test("PostgreSQL as it comes is measured", () => {
  expect(() => assertDurable({ postgres: DEFAULTS })).not.toThrow();
});

test.each(Object.keys(DEFAULTS))("PostgreSQL with %s off is not", (name) => {
  expect(() => assertDurable({ postgres: { ...DEFAULTS, [name]: "off" } })).toThrow(`${name} off`);
});
