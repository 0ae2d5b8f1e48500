import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { ENVIRONMENT } from "../environment";
import { type Stack, type StackOptions, startStack } from "../stack";
import { openBrowser } from "./browser";
import { makeMember, type Person } from "./people";
import { type Look, openVisit, type Visit } from "./visit";
import { withSight } from "./sight";

const START_MS = 180_000;
const STOP_MS = 40_000;
const TEST_MS = 400_000;
/** Of one step; a busy machine is not a broken page. */
const PATIENCE_MS = 60_000;
/** A page that is told to ask again shows that, and what was pressed has to be pressed once more. */
const DATABASE_PATIENCE = 8;

export interface Pages {
  stack: Stack;
  /** Of the stack's first account. */
  owner: Person;
  /** A browser of its own, with the owner signed in unless it is somebody else (`null`: nobody). It ends with the test. */
  visit(options?: Look & { as?: Person | null }): Promise<Visit>;
}

/** `it`, with pages. What a page complained of fails its test, unless the test took it out of `complaints`. */
export type OnPages = (name: string, test: (pages: Pages) => Promise<void>, timeoutMs?: number) => void;

/** One whole system and one browser for all tests of a file. */
export function usePages(options: StackOptions = {}): OnPages {
  let stack: Stack | undefined;
  let browser: Browser | undefined;
  let owner: Person | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
    if (!browser) return;
    stack = await startStack({ patience: DATABASE_PATIENCE, ...options });
    owner = await makeMember(stack, stack.tenant.accountId);
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  }, STOP_MS);
  return (name, test, timeoutMs = TEST_MS) => {
    it(
      name,
      async () => {
        if (!browser) return skipped(name);
        if (!stack || !owner) throw new Error("the stack did not start");
        await withVisits(test, stack, browser, owner);
      },
      timeoutMs,
    );
  };
}

async function withVisits(
  test: (pages: Pages) => Promise<void>,
  stack: Stack,
  browser: Browser,
  owner: Person,
): Promise<void> {
  const visits: Visit[] = [];
  const visit: Pages["visit"] = async ({ as = owner, ...look } = {}) => {
    const opened = await openVisit(browser, stack.apiUrl, as ?? undefined, look);
    opened.page.setDefaultTimeout(PATIENCE_MS);
    visits.push(opened);
    return opened;
  };
  try {
    await test({ stack, owner, visit });
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(stack.crashed()).toEqual([]);
  } catch (failure) {
    throw await withSight(failure, visits);
  } finally {
    for (const { context } of visits) await context.close();
  }
}

/** Where a Chromium has to be there, its absence is a failure. */
function skipped(name: string): void {
  if (ENVIRONMENT["CI"] === "true") throw new Error("There is no Chromium; set CHROMIUM_PATH.");
  process.stderr.write(`skipped, as there is no Chromium (CHROMIUM_PATH): ${name}\n`);
}
