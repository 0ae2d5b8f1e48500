import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { startStack } from "../stack";
import { undoEverything } from "../undo";
import { openBrowser } from "./browser";
import { makeMember } from "./people";
import { viewerOf, viewings } from "./places";
import { untilSettled, untilStill } from "./settled";
import { openShowcase } from "./showcase";
import { lookAgain, type Look, openVisit } from "./visit";

const LOOKS: Record<string, Look> = {
  light: {},
  dark: { scheme: "dark" },
  phone: { phone: true },
};

/** Pixels. */
const MOST_HIGH = 4_000;

export interface Shots {
  folder: string;
  /** Parts of pages' names; all pages without one. */
  only: string[];
  say: (line: string) => void;
}

/** Writes each page's picture, `<page>-<look>.png`, of a system of its own with something to show. → whether it could */
export async function takeShots({ folder, only, say }: Shots): Promise<boolean> {
  const browser = await openBrowser();
  if (!browser) {
    say("There is no Chromium here; CHROMIUM_PATH may name one.");
    return false;
  }
  mkdirSync(folder, { recursive: true });
  try {
    const stack = await startStack();
    const showcase = await openShowcase(stack);
    const owner = await makeMember(stack, stack.tenant.accountId);
    for (const { places } of viewings(({ name }) => fits(name, only))) {
      const [{ mode }] = places;
      const who = viewerOf(places[0], owner, showcase);
      const { page, context, complaints } = await openVisit(browser, stack.apiUrl, who, mode ? { mode } : {});
      for (const { name, path: where } of places) {
        await page.goto(where(showcase));
        for (const [look, how] of Object.entries(LOOKS)) {
          await lookAgain(page, how);
          await untilSettled(page);
          await holdWhole(page);
          await page.screenshot({ path: path.join(folder, `${name}-${look}.png`) });
        }
        say(
          `${name}${complaints
            .splice(0)
            .map((complaint) => `\n    ${complaint}`)
            .join("")}`,
        );
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await undoEverything();
  }
  return true;
}

/** Makes the window as high as its page: frames and rows that are out of sight are not drawn. */
async function holdWhole(page: Page): Promise<void> {
  const size = page.viewportSize();
  const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
  if (!size || height <= size.height) return untilStill(page);
  await page.setViewportSize({ ...size, height: Math.min(height, MOST_HIGH) });
  await untilSettled(page);
  await untilStill(page);
}

function fits(name: string, only: string[]): boolean {
  return only.length === 0 || only.some((part) => name.includes(part));
}
