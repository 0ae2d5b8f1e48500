import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Person } from "./people";
import { watchRequests } from "./settled";

/** How a browser is held. */
export interface Look {
  scheme?: "light" | "dark";
  /** 390 pixels wide. */
  phone?: boolean;
  language?: "en-US" | "ja-JP";
  mode?: "live" | "test";
  /** Off: as a browser that runs no scripts. */
  scripts?: "off";
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page complained of: errors, refusals of its policy, requests to others. It should be nothing. */
  complaints: string[];
}

const DESKTOP = { width: 1360, height: 860 };
const PHONE = { width: 390, height: 844 };

/** Holds a page that is open another way. */
export async function lookAgain(page: Page, { scheme = "light", phone = false }: Look): Promise<void> {
  await page.setViewportSize(phone ? PHONE : DESKTOP);
  await page.emulateMedia({ colorScheme: scheme });
}

/** A new browser, as of somebody who was never here; signed in by the form's own request where somebody is given. */
export async function openVisit(
  browser: Browser,
  url: string,
  person?: Person,
  look: Look = {},
): Promise<Visit> {
  const { scheme = "light", phone = false, language = "en-US", mode, scripts } = look;
  const context = await browser.newContext({
    baseURL: url,
    viewport: phone ? PHONE : DESKTOP,
    colorScheme: scheme,
    locale: language,
    javaScriptEnabled: scripts !== "off",
    timezoneId: "Europe/Berlin",
    // What moves is never where a test looks for it.
    reducedMotion: "reduce",
  });
  if (mode) await context.addInitScript(chooseMode, mode);
  if (person) await signIn(context, url, person);
  const page = await context.newPage();
  watchRequests(page);
  return { page, context, complaints: listen(page, url) };
}

/** As often as is let in: so many a minute come from one address at most, and a quick machine is sent away for a while. */
async function signIn(context: BrowserContext, url: string, { email, password }: Person): Promise<void> {
  const post = () =>
    context.request.post("/api/auth/sign-in/email", {
      headers: { Origin: url },
      data: { email, password },
    });
  let answer = await post();
  if (answer.status() === 429) {
    await sleep(1_000 * Number(answer.headers()["retry-after"]));
    answer = await post();
  }
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Runs in the page. */
function chooseMode(mode: string): void {
  const storage: unknown = Reflect.get(globalThis, "localStorage");
  const set: unknown = Reflect.get(Object(storage), "setItem");
  if (typeof set === "function") set.call(storage, "sendex.choice", JSON.stringify({ mode }));
}

/** A 401 tells that nobody is signed in; the browser writes it down as an error all the same. */
const EXPECTED = /status of 401/;

function listen(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const isElsewhere = (asked: string) => /^https?:/.test(asked) && !asked.startsWith(`${url}/`);
  page.on("requestfinished", (request) => {
    if (isElsewhere(request.url())) complaints.push(`asked ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // What a policy refuses is written down as well, and has not left.
    const why = request.failure()?.errorText ?? "";
    if (isElsewhere(request.url()) && !/csp/i.test(why)) complaints.push(`asked ${request.url()} (${why})`);
  });
  return complaints;
}
