import { plain } from "@sendex/data/database/pools";
import { setTimeout as sleep } from "node:timers/promises";
import type { Comparison, Sample } from "../report/comparison";
import { startCrew } from "../rig/crew";
import { countRows, until } from "../measure/state";
import { peakMb } from "../measure/memory";
import type { Rig } from "../rig/rig";

const DONE_LIMIT_MS = 1_800_000;
/** V8 takes up to 100 MB of room for what lives shortly; some 60 MB of the heap are used, however long it takes. */
const PEAK_MB = 350;
/** A million within two minutes. */
const PER_SECOND = 8_334;
const ROWS_A_PIECE = 10_000;
const LOOK_MS = 50;
/** Every so many rows is bad. */
const BAD_EVERY = 1_000;

/** How long a file of contacts takes to be read in, where the scheduler is killed in the middle. */
export const importing: Comparison = {
  name: "import",
  title: "Import: a file of contacts with a segment, read in by one scheduler that is killed in the middle",
  figures: [
    { name: "perSecond", title: "rows/s", digits: 0 },
    { name: "seconds", title: "read in, s", digits: 1 },
    { name: "upload", title: "upload, s", digits: 1 },
    { name: "peak", title: "scheduler: peak RSS, MB", digits: 0 },
    { name: "start", title: "scheduler: RSS when ready, MB", digits: 0 },
  ],
  targets: [
    { figure: "perSecond", bound: { atLeast: PER_SECOND } },
    { figure: "peak", bound: { atMost: PEAK_MB } },
  ],
  long: true,
  open(rig, { rows }) {
    return Promise.resolve({
      sides: [{ name: "sendex", title: "Sendex", role: "ours", run: () => run(rig, rows) }],
      notes: [
        `${rows} rows of an address, two names, a property and a number, one in ${BAD_EVERY} of them bad; every contact goes into a segment; the clock runs from the 202 on, and stops for nothing`,
        "kill -9 of the scheduler when half of the rows are read; another is started at once. Every row is counted once, or the bench ends",
      ],
      close: () => Promise.resolve(),
    });
  },
};

async function run(rig: Rig, rows: number): Promise<Sample> {
  await empty(rig);
  const segment = (await call(rig, "segments", { name: "Imported" })).id;
  const [began, id] = [performance.now(), await upload(rig, rows, segment)];
  const queued = performance.now();
  const first = await startCrew(rig, ["scheduler"]);
  const [scheduler] = first.members.values();
  if (!scheduler) throw new Error("no scheduler");
  const start = peakMb(scheduler);
  const read = () => rowsRead(rig, id);
  while ((await read()) < rows / 2) await Promise.race([sleep(LOOK_MS), first.diedEarly]);
  const peak = peakMb(scheduler);
  scheduler.signal("SIGKILL");
  await first.end();
  const second = await startCrew(rig, ["scheduler"]);
  try {
    await Promise.race([until("rows read in", rows, read, DONE_LIMIT_MS), second.diedEarly]);
    const seconds = (performance.now() - queued) / 1000;
    const [again] = second.members.values();
    await check(rig, { id, rows, segment });
    return {
      ...{ perSecond: rows / seconds, seconds, upload: (queued - began) / 1000, start },
      peak: Math.max(peak, again ? peakMb(again) : 0),
    };
  } finally {
    await second.end();
  }
}

async function rowsRead({ context }: Rig, id: string): Promise<number> {
  const { rows } = await plain(context.data).query<{ total: number }>(
    "SELECT total FROM contact_imports WHERE id = $1",
    [id],
  );
  return rows[0]?.total ?? 0;
}

async function upload(rig: Rig, rows: number, segment: string): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([...fileOf(rows)], { type: "text/csv" }), "contacts.csv");
  form.append("segments", JSON.stringify([{ id: segment }]));
  return (await call(rig, "contacts/imports", form)).id;
}

function* fileOf(rows: number): Generator<string> {
  yield "email,first_name,last_name,plan,seats\n";
  for (let from = 0; from < rows; from += ROWS_A_PIECE) {
    const count = Math.min(ROWS_A_PIECE, rows - from);
    yield Array.from({ length: count }, (_, i) => lineOf(from + i)).join("");
  }
}

function lineOf(n: number): string {
  const address = n % BAD_EVERY === BAD_EVERY - 1 ? `nobody ${n}` : `customer-${n}@mail-${n % 50}.example`;
  return `${address},First${n % 1_000},"Last, the ${n}th",pro,${n % 90}\n`;
}

async function call(rig: Rig, path: string, body: object): Promise<{ id: string }> {
  const isForm = body instanceof FormData;
  const response = await fetch(`http://127.0.0.1:${rig.apiPort}/api/v1/${path}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${rig.tenant.apiKey}`,
      ...(!isForm && { "Content-Type": "application/json" }),
    },
    body: isForm ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(DONE_LIMIT_MS),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string };
}

async function empty({ context }: Rig): Promise<void> {
  const pool = plain(context.data);
  await pool.query(
    "TRUNCATE contacts, segment_contacts, contact_imports, contact_import_chunks, contact_import_errors",
  );
  await pool.query("CHECKPOINT");
}

/** Rejects where a row was lost, or taken twice. */
async function check(
  rig: Rig,
  { id, rows, segment }: { id: string; rows: number; segment: string },
): Promise<void> {
  const bad = Math.floor(rows / BAD_EVERY);
  const counted = `id = '${id}' AND status = 'completed' AND created = ${rows - bad} AND failed = ${bad} AND updated + skipped = 0`;
  const found = await Promise.all([
    countRows(rig, "contact_imports", counted),
    countRows(rig, "contacts"),
    countRows(rig, "segment_contacts", `segment_id = '${segment}'`),
    countRows(rig, "contact_import_chunks"),
  ]);
  const wanted = [1, rows - bad, rows - bad, 0];
  if (String(found) !== String(wanted)) throw new Error(`${String(found)} in place of ${String(wanted)}`);
}
