import type { Page } from "playwright-core";

const MOST_TABS = 60;

/** Presses Tab until what has the focus is called so, as somebody without a mouse would. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${String(name)}; the last one led to ${await focused(page)}`);
}

/** Presses an arrow key in a menu until the item that has the focus is called so. */
export async function arrowTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no arrow leads to ${String(name)}`);
}

/** What the element with the focus is called: its label, else its text. */
async function focused(page: Page): Promise<string> {
  const name: unknown = await page.evaluate(
    "(() => { const e = document.activeElement; return e ? e.ariaLabel || e.labels?.[0]?.textContent || e.textContent || '' : '' })()",
  );
  return String(name).trim();
}
