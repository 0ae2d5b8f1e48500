import type { Page } from "playwright-core";

/** Waits until a page shows what it is about: its name, and nothing that is still loading. */
export async function untilSettled(page: Page): Promise<void> {
  await page.locator("h1, h2").first().waitFor();
  await page.waitForFunction("document.querySelector('[aria-busy=true]') === null");
  await page.waitForLoadState("networkidle");
}
