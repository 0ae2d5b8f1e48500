import { expect } from "@jest/globals";
import { graveProblems } from "@sendex/e2e/pages/accessibility";
import { dialogProblems } from "@sendex/e2e/pages/dialogs";
import { viewerOf, viewings } from "@sendex/e2e/pages/places";
import { untilSettled } from "@sendex/e2e/pages/settled";
import { openShowcase, type Showcase } from "@sendex/e2e/pages/showcase";
import { usePages } from "@sendex/e2e/pages/use-pages";
import { lookAgain } from "@sendex/e2e/pages/visit";

const onPages = usePages();

/** Of all pages of somebody; a busy machine takes seconds for each. */
const LONG_MS = 1_200_000;

let showcase: Showcase | undefined;

for (const { name: who, places } of viewings())
  onPages(
    `axe finds nothing serious or critical, light and dark, in pages and dialogs of: ${who}`,
    async ({ stack, visit, owner }) => {
      showcase ??= await openShowcase(stack);
      const [{ mode }] = places;
      const as = viewerOf(places[0], owner, showcase) ?? null;
      const { page, complaints } = await visit({ as, ...(mode && { mode }) });
      const found: [string, string[]][] = [];
      for (const { name, path, dialogs = [] } of places) {
        await lookAgain(page, { scheme: "light" });
        await page.goto(path(showcase));
        await untilSettled(page);
        for (const dialog of dialogs)
          found.push([`${name}: ${dialog.title}`, await dialogProblems(page, dialog)]);
        for (const scheme of ["light", "dark"] as const) {
          await lookAgain(page, { scheme });
          await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: "attached" });
          const problems = await graveProblems(page, scheme === "light" ? "all" : "colours");
          found.push([`${name}, ${scheme}`, problems]);
        }
        // What is not there is answered with 404, which the browser writes down as an error.
        if (name.endsWith("unknown")) complaints.length = 0;
      }
      expect(found.filter(([, problems]) => problems.length > 0)).toEqual([]);
    },
    LONG_MS,
  );
