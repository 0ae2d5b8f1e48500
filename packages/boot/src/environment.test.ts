import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { ENVIRONMENT } from "./environment";

const EXAMPLE = readFileSync(path.join(__dirname, "../../../.env.example"), "utf8");

interface Described {
  flags?: { default?: unknown; description?: string };
}

/** Joi's own description of each variable. */
const variables = Object.entries<Described>(ENVIRONMENT.describe().keys);

test.each(variables)("%s is described", (_, { flags }) => {
  expect(flags?.description).toMatch(/\w.*\.$/);
});

const defaults = variables.filter(([, { flags }]) => flags?.default !== undefined);

test.each(defaults)("%s has its default in .env.example", (name, { flags }) => {
  const shown = Array.isArray(flags?.default) ? flags.default.join(",") : String(flags?.default);
  expect(EXAMPLE).toMatch(new RegExp(`^#?${name}=${shown.replaceAll(".", "\\.")}$`, "m"));
});
