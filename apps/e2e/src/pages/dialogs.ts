import type { Locator, Page } from "playwright-core";
import { graveProblems } from "./accessibility";

/** The focus comes back a moment after the dialog is gone. */
const FOCUS_MS = 5_000;

/** A dialog of a page. */
export interface Dialog {
  /** Names of what is pressed one after another until it opens. */
  by: readonly string[];
  title: string | RegExp;
}

/** Opens it, looks at it, and leaves it by Escape. → what axe finds grave, and whether the focus is lost */
export async function dialogProblems(page: Page, { by, title }: Dialog): Promise<string[]> {
  for (const name of by) await named(page, name).first().click();
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.waitFor();
  const problems = await graveProblems(page, "dialog");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  // What was pressed in a menu is gone with it.
  if (by.length === 1 && !(await hasFocus(page, by[0] ?? ""))) problems.push("the focus is lost");
  return problems;
}

async function hasFocus(page: Page, name: string): Promise<boolean> {
  const focused = named(page, name).and(page.locator(":focus"));
  return focused.waitFor({ timeout: FOCUS_MS }).then(
    () => true,
    () => false,
  );
}

function named(page: Page, name: string): Locator {
  const button = page.getByRole("button", { name, exact: true });
  // What a switch means is part of its name.
  const others = page.getByRole("menuitem", { name, exact: true }).or(page.getByRole("switch", { name }));
  return button.or(others);
}
