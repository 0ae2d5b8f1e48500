import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { record } from "@sendex/kit/loose";
import { untilStill } from "./settled";

const AXE = require.resolve("axe-core/axe.min.js");
const GRAVE = ["serious", "critical"];

/** What colours decide. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds grave in a page as it stands: `rule: what (where)`. A mail in its frame is a stranger's and not looked
 * at.
 */
export async function graveProblems(page: Page, looked: "all" | "colours" = "all"): Promise<string[]> {
  await untilStill(page);
  await page.evaluate(readFileSync(AXE, "utf8"));
  const rules = looked === "all" ? "" : `, runOnly: ${JSON.stringify(OF_COLOURS)}`;
  const found: unknown = await page.evaluate(
    `axe.run(document, { iframes: false, resultTypes: ["violations"]${rules} })`,
  );
  const { violations } = record(found);
  return (Array.isArray(violations) ? violations.map(record) : [])
    .filter(({ impact }) => GRAVE.includes(String(impact)))
    .flatMap(({ id, help, nodes }) =>
      (Array.isArray(nodes) ? nodes.map(record) : []).map(
        (node) =>
          `${String(id)}: ${String(help)} (${String(node["target"])}) ${String(node["html"]).slice(0, 160)}`,
      ),
    );
}
