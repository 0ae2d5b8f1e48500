import { RANK } from "@sendex/core/reports/status";
import { eventually } from "../eventually";
import { type Stack, startStack } from "../stack";
import { undoEverything } from "../undo";
import { openBrowser } from "./browser";
import { makeMember, type Person } from "./people";
import { untilSettled } from "./settled";
import { openVisit, type Visit } from "./visit";

/** Messages in the list that is scrolled; fewer first, to compare with. */
const ROWS = 100_000;
const FEW_ROWS = 1_000;
const LOAD_MS = 600_000;
const LOOKS = 5;
const FIRST_PAGES = ["/sign-in", "/overview", "/emails"];

/** What is measured, a line each. */
type Say = (line: string) => void;

/** How quick pages are on this machine, in a system of their own: first paint and bytes, then a long list. → whether there is a Chromium */
export async function measurePages(say: Say): Promise<boolean> {
  const browser = await openBrowser();
  if (!browser) {
    say("There is no Chromium here; CHROMIUM_PATH may name one.");
    return false;
  }
  try {
    const stack = await startStack();
    const owner = await makeMember(stack, stack.tenant.accountId);
    const visit = (person?: Person) => openVisit(browser, stack.apiUrl, person);
    await stack.tenant.client.sendMany(100);
    for (const path of FIRST_PAGES)
      await measureFirst(path, () => visit(path === "/sign-in" ? undefined : owner), say);
    await store(stack);
    await measureList(await visit(owner), say);
  } finally {
    await browser.close();
    await undoEverything();
  }
  return true;
}

interface First {
  paint: number;
  script: number;
  all: number;
}

/** Each look with nothing in the browser's cache. */
async function measureFirst(path: string, visit: () => Promise<Visit>, say: Say): Promise<void> {
  const looks: First[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const { page, context } = await visit();
    await page.goto(path);
    await untilSettled(page);
    looks.push(await page.evaluate<First>(FIRST));
    await context.close();
  }
  const paints = looks.map(({ paint }) => paint).sort((a, b) => a - b);
  const { script = 0, all = 0 } = looks.at(-1) ?? {};
  const [least, median, most] = [paints[0], paints[LOOKS >> 1], paints.at(-1)].map((ms) =>
    Math.round(ms ?? 0),
  );
  say(
    `${path}: largest contentful paint ${median} ms [${least}–${most}], ${kb(script)} of scripts, ${kb(all)} in all`,
  );
}

/** Runs in the page. Bytes are as they were transferred, compressed. */
const FIRST = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const entries = performance.getEntriesByType("resource");
    const sum = (some) => some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    resolve({
      paint: list.getEntries().at(-1).startTime,
      script: sum(entries.filter(({ name }) => /\\.js$/.test(name))),
      all: sum(entries),
    });
  }).observe({ type: "largest-contentful-paint", buffered: true });
})`;

/** Copies one message of the account; one in twenty bounced. */
async function store({ tenant, database }: Stack): Promise<void> {
  const id = await tenant.client.send({ to: "reader@example.com" });
  await eventually(async () => {
    if ((await tenant.client.email(id)).status !== "delivered") throw new Error("it is not delivered yet");
  });
  const copied = "left($1, 14) || lpad(k::text, length($1) - 14, '0')";
  const from = "generate_series(1, $2::int) AS k WHERE one";
  await database.rows(
    `INSERT INTO messages SELECT (jsonb_populate_record(one, jsonb_build_object('id', ${copied}, 'subject', 'Your order ' || k))).*
     FROM messages AS one, ${from}.id = $1`,
    [id, ROWS],
  );
  await database.rows(
    `INSERT INTO recipients SELECT (jsonb_populate_record(one, jsonb_build_object('message_id', ${copied}) ||
       CASE WHEN k % 20 = 7 THEN '{"status": "bounced", "rank": ${RANK.bounced}, "delivered_at": null}' ELSE '{}' END::jsonb)).*
     FROM recipients AS one, ${from}.message_id = $1`,
    [id, ROWS],
  );
  await database.rows("VACUUM ANALYZE messages, recipients");
}

async function measureList({ page }: Visit, say: Say): Promise<void> {
  await page.goto("/emails");
  await untilSettled(page);
  for (const rows of [FEW_ROWS, ROWS]) {
    const before = Date.now();
    await page.evaluate(readTo(rows));
    say(
      `/emails: ${rows} rows read after ${((Date.now() - before) / 1000).toFixed(1)} s, a hundred at a time`,
    );
    const { frames, longest, late } =
      await page.evaluate<Record<"frames" | "longest" | "late", number>>(SCROLL);
    say(
      `/emails: of ${frames} frames while scrolling through ${rows} ${late} took over 50 ms, the longest ${Math.round(longest)} ms`,
    );
  }
  await page.evaluate("scrollTo(0, 0)");
  await untilSettled(page);
  await page.getByRole("button", { name: "Status" }).click();
  const item = page.getByRole("menuitem", { name: "Bounced" });
  await item.hover();
  await page.evaluate(NOTE_PRESS);
  await item.click();
  await page.waitForURL(/status=/);
  const shown = await page.evaluate<number>(ROWS_SHOWN);
  say(`/emails: the bounced ones of ${ROWS} shown after ${Math.round(shown)} ms`);
}

/** Runs in the page: goes to the end, frame by frame, until so many rows were read. */
function readTo(rows: number): string {
  return `new Promise((resolve, reject) => {
    const started = performance.now();
    const frame = () => {
      scrollTo(0, document.body.scrollHeight);
      const last = [...document.querySelectorAll("tbody tr[aria-rowindex]")].at(-1);
      if (Number(last?.getAttribute("aria-rowindex") ?? 0) >= ${rows}) resolve();
      else if (performance.now() - started > ${LOAD_MS}) reject(new Error("the rows do not come"));
      else requestAnimationFrame(frame);
    };
    frame();
  })`;
}

/** Runs in the page: up and down by 400 pixels a frame for 10 s. */
const SCROLL = `new Promise((resolve) => {
  const started = performance.now();
  let [last, frames, longest, late, step] = [started, 0, 0, 0, -400];
  const frame = (now) => {
    const took = now - last;
    [last, frames, longest] = [now, frames + 1, Math.max(longest, took)];
    if (took > 50) late += 1;
    if (scrollY === 0) step = 400;
    if (scrollY + innerHeight >= document.body.scrollHeight) step = -400;
    scrollBy(0, step);
    if (now - started < 10000) requestAnimationFrame(frame);
    else resolve({ frames, longest, late });
  };
  requestAnimationFrame(frame);
})`;

/** Runs in the page. */
const NOTE_PRESS = `addEventListener("click", () => { globalThis.pressedAt = performance.now(); }, { capture: true, once: true })`;

/** Runs in the page: ms from the press until the list shows bounced messages and nothing else, undimmed. */
const ROWS_SHOWN = `new Promise((resolve) => {
  const frame = () => {
    const rows = [...document.querySelectorAll("tbody tr[aria-rowindex]")];
    const dimmed = document.querySelector("[data-stale=true]");
    if (!dimmed && rows.length > 0 && rows.every(({ textContent }) => textContent.includes("Bounced")))
      resolve(performance.now() - globalThis.pressedAt);
    else requestAnimationFrame(frame);
  };
  frame();
})`;

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
