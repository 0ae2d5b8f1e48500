import { setTimeout as sleep } from "node:timers/promises";
import type { Page, Request } from "playwright-core";

const LOOK_MS = 50;
/** It stays open for as long as somebody looks. */
const STREAM = "/api/v1/events/stream";

const onTheWay = new WeakMap<Page, Set<Request>>();

/** Keeps count of what a new page asks for. */
export function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  onTheWay.set(page, requests);
  page.on("request", (request) => {
    if (new URL(request.url()).pathname !== STREAM) requests.add(request);
  });
  page.on("requestfinished", (request) => requests.delete(request));
  page.on("requestfailed", (request) => requests.delete(request));
}

/** Waits until a page shows what it is about: its name, with nothing asked for and nothing that is still loading. */
export async function untilSettled(page: Page): Promise<void> {
  await page.locator("h1, h2").first().waitFor();
  for (let quiet = 0; quiet < 2;) {
    const busy = await page.locator("[aria-busy=true]").count();
    quiet = busy === 0 && onTheWay.get(page)?.size === 0 ? quiet + 1 : 0;
    await sleep(LOOK_MS);
  }
}

/**
 * Waits until what was changed has been drawn and no colour is on its way to another: a transition of no length as well
 * stands at its start until the next frame. What runs for ever (a turning wheel) is not waited for.
 */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(STILL);
}

/** Runs in the page. */
const STILL = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  const moving = document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime));
  await Promise.allSettled(moving.map((one) => one.finished));
})()`;
