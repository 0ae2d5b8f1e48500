import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { record } from "@sendex/kit/loose";
import { document } from "./api";

const WORDS = "Taken, and without effect yet.";

test("the documentation lists every field that is taken without effect, and no other", () => {
  expect(documented()).toEqual(described());
});

/** Of every request, as the API's description has them: `PATCH /api/v1/domains/:id tls`. */
function described(): string[] {
  return Object.entries(record(record(document)["paths"]))
    .flatMap(([at, methods]) =>
      Object.entries(record(methods)).flatMap(([method, operation]) => {
        const content = record(record(record(operation)["requestBody"])["content"]);
        const schema = record(record(content["application/json"])["schema"]);
        const route = `${method.toUpperCase()} ${at.replaceAll(/\{(\w+)\}/g, ":$1")}`;
        return Object.entries(record(schema["properties"]))
          .filter(([, field]) => record(field)["description"] === WORDS)
          .map(([name]) => `${route} ${name}`);
      }),
    )
    .sort();
}

function documented(): string[] {
  const page = readFileSync(path.resolve(__dirname, "../../../docs/api.md"), "utf8");
  const [, section = ""] = page.split("### Taken, and without effect yet");
  return [...section.matchAll(/^\| `([A-Z]+ [^`]+)` +\| (.+?) *\|$/gm)]
    .flatMap(([, route, fields = ""]) =>
      [...fields.matchAll(/`(\w+)`/g)].map(([, name]) => `${route} ${name}`),
    )
    .sort();
}
