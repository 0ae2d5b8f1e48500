import type { Visit } from "./visit";

const LOOK_MS = 5_000;
const SHOWN = 1_500;

/** A failure with what its pages showed when it came: without it, a page that was red once cannot be understood. */
export async function withSight(failure: unknown, visits: readonly Visit[]): Promise<unknown> {
  if (!(failure instanceof Error)) return failure;
  const seen = await Promise.all(visits.map(sightOf));
  failure.message += `\n\n${seen.join("\n\n")}`;
  // What is printed is the stack, which holds the message as it was.
  failure.stack = `${failure.message}\n${(failure.stack ?? "").replace(/^[\s\S]*?(?=\n\s+at )/, "")}`;
  return failure;
}

async function sightOf({ page, complaints }: Visit): Promise<string> {
  const text = await page
    .locator("body")
    .innerText({ timeout: LOOK_MS })
    .catch((why: unknown) => `(${String(why)})`);
  return [
    `The page at ${page.url()} showed:`,
    text.replace(/\s*\n\s*/g, " | ").slice(0, SHOWN),
    ...complaints,
  ].join("\n");
}
