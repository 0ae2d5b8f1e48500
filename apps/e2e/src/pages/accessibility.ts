import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { record } from "@sendex/kit/loose";
import { untilStill } from "./settled";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const GRAVE = ["serious", "critical"];

/** What colours decide. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What is looked at: all of the page, what its colours decide, or the dialog that is open (the page behind it is inert). */
type Looked = "all" | "colours" | "dialog";

/**
 * What axe finds grave in a page as it stands: `rule: what (where)`. A mail in its frame is a stranger's and not looked
 * at.
 */
export async function graveProblems(page: Page, looked: Looked = "all"): Promise<string[]> {
  await untilStill(page);
  if (!(await page.evaluate("Boolean(globalThis.axe)"))) await page.evaluate(AXE);
  const where = looked === "dialog" ? `"[role=dialog]"` : "document";
  const rules = looked === "colours" ? `, runOnly: ${JSON.stringify(OF_COLOURS)}, preload: false` : "";
  const found: unknown = await page.evaluate(
    `axe.run(${where}, { iframes: false, resultTypes: ["violations"]${rules} })`,
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
