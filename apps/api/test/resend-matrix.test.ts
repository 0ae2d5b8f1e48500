import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "@jest/globals";

/** docs/api.md says of every method of the SDK whether it works. */

const SECTION = /### Every method of 6\.38\n([\s\S]*?)\n###? /;
/** Steps of its own methods, which nobody calls. */
const INTERNAL = [
  "performCreate",
  "buildCreateFormData",
  "buildColumnMap",
  "appendField",
  "forwardPassthrough",
  "forwardWrapped",
];

test("the matrix names every method of the SDK 6.38 once, and no other", () => {
  const rows = matrix();
  const methods = methodsOf();
  expect(methods.length).toBeGreaterThan(100);
  const namings = methods.map((method) => [method, rows.flat().filter((name) => isOf(name, method)).length]);
  expect(namings.filter(([, count]) => count !== 1)).toEqual([]);
  const idle = rows.flat().filter((name) => !methods.some((method) => isOf(name, method)));
  expect(idle).toEqual([]);
});

function matrix(): string[][] {
  const text = readFileSync(path.join(__dirname, "../../../docs/api.md"), "utf8");
  const [, section = ""] = SECTION.exec(text) ?? [];
  return section
    .split("\n")
    .map((line) => line.split("|")[1] ?? "")
    .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

/** `contacts.*` is what stands in contacts itself. */
function isOf(name: string, method: string): boolean {
  return (
    name === method || (name.endsWith(".*") && name.slice(0, -2) === method.slice(0, method.lastIndexOf(".")))
  );
}

function methodsOf(): string[] {
  const { Resend } = createRequire(__filename)("resend-6") as { Resend: new (key: string) => object };
  return within(new Resend("re_x"), "");
}

function within(thing: object, name: string): string[] {
  return Object.entries(thing).flatMap(([key, value]: [string, unknown]) => {
    if (key === "resend" || key === "headers" || typeof value !== "object" || value === null) return [];
    const own = Object.getOwnPropertyNames(Object.getPrototypeOf(value)).filter(
      (method) => method !== "constructor" && !INTERNAL.includes(method),
    );
    return [...own.map((method) => `${name}${key}.${method}`), ...within(value, `${name}${key}.`)];
  });
}
