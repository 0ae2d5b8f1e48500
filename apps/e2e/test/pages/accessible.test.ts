import { expect } from "@jest/globals";
import { graveProblems } from "@sendex/e2e/pages/accessibility";
import { makeOperator, type Person } from "@sendex/e2e/pages/people";
import { PLACES } from "@sendex/e2e/pages/places";
import { untilSettled } from "@sendex/e2e/pages/settled";
import { openShowcase, type Showcase } from "@sendex/e2e/pages/showcase";
import { usePages } from "@sendex/e2e/pages/use-pages";

const onPages = usePages();

let showcase: Showcase | undefined;
let operator: Person | undefined;

for (const { name, path, as, mode } of PLACES)
  onPages(
    `${name}: axe finds nothing serious or critical, light and dark`,
    async ({ stack, visit, owner }) => {
      showcase ??= await openShowcase(stack);
      operator ??= await makeOperator(stack);
      const who = as === "nobody" ? null : as === "operator" ? operator : owner;
      for (const scheme of ["light", "dark"] as const) {
        const { page, context, complaints } = await visit({ as: who, scheme, ...(mode && { mode }) });
        await page.goto(path(showcase));
        await untilSettled(page);
        expect(await graveProblems(page)).toEqual([]);
        // What is not there is answered with 404, which the browser writes down as an error.
        if (name.endsWith("unknown")) complaints.length = 0;
        await context.close();
      }
    },
  );
