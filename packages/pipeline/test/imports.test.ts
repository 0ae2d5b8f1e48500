import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Caller } from "@sendex/core/access";
import type { OnConflict } from "@sendex/core/audiences/imports/import";
import { plain } from "@sendex/data/database/pools";
import { changeContact, putContact } from "@sendex/pipeline/audiences/contacts";
import { forgetImports } from "@sendex/pipeline/audiences/imports/forget";
import { queueUpload } from "@sendex/pipeline/audiences/imports/queue";
import { readImport, readImportErrors } from "@sendex/pipeline/audiences/imports/read";
import { openImports } from "@sendex/pipeline/audiences/imports/run";
import { openUpload } from "@sendex/pipeline/audiences/imports/upload";
import { makeProperty } from "@sendex/pipeline/audiences/properties";
import { makeSegment } from "@sendex/pipeline/audiences/segments";
import { makeTopic } from "@sendex/pipeline/audiences/topics";
import type { Context } from "@sendex/pipeline/context";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { DAY_MS } from "@sendex/kit/day";
import fc from "fast-check";

let test: TestContext;
let caller: Caller;

beforeAll(async () => {
  test = await openTestContext();
});
beforeEach(async () => {
  for (const table of ["contact_import_chunks", "contact_import_errors", "contact_imports"])
    await sql(`DELETE FROM ${table}`);
  const { accountId } = await seedAccount(test.context);
  const powers = { permission: "full", rateLimit: null, standing: "active" } as const;
  caller = { accountId, keyId: "key_of_a_test", mode: "live", domains: [], ...powers };
});
afterAll(() => test.close());

async function sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await plain(test.context.data).query<Row>(text, values)).rows;
}

interface Wish {
  onConflict?: OnConflict;
  segments?: string[];
  topics?: { id: string; subscribed: boolean }[];
  /** Where the file is cut on its way. */
  cuts?: number[];
}

async function upload(
  csv: string,
  { onConflict = "upsert", segments = [], topics = [], cuts = [] }: Wish = {},
) {
  const { context } = test;
  const file = await openUpload(context, caller);
  const bytes = Buffer.from(csv);
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  for (const [i, end] of ends.entries()) await file.put(bytes.subarray(ends[i - 1] ?? 0, end));
  await queueUpload(context, caller, file, { onConflict, segments, topics });
  return file.id;
}

/** Reads everything in; where a drill ends it, another scheduler goes on. */
async function runAll(contexts: Context[] = [test.context]): Promise<void> {
  const runs = contexts.map(openImports);
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await sql(
      "SELECT 1 FROM contact_imports WHERE completed_at IS NULL AND status <> 'uploading'",
    );
    if (open.length === 0) return;
    await Promise.allSettled(runs.map((run) => run()));
  }
  throw new Error("The imports do not end.");
}

/** A context in which every nth window is killed before its commit. */
function killing(nth: number): Context {
  let passed = 0;
  return {
    ...test.context,
    failPoint(name) {
      if (name !== "import:before-commit") return;
      passed += 1;
      if (passed % nth === 0) throw Object.assign(new Error("killed"), { code: "ECONNRESET" });
    },
  };
}

const counted = async (id: string) => {
  const { status, counts } = await readImport(test.context, caller, id);
  return { status, ...counts };
};

interface Shown {
  address: string;
  first_name: string | null;
  properties: object;
}

function contacts(): Promise<Shown[]> {
  return sql<Shown>(
    "SELECT address, first_name, last_name, properties FROM contacts WHERE account_id = $1 ORDER BY address",
    [caller.accountId],
  );
}

const ROWS = 12_000;
const many = (rows = ROWS) =>
  `email,first_name\n${Array.from({ length: rows }, (_, i) => (i % 1_000 === 999 ? `bad ${i},x` : `p${i % 10_000}@example.com,N${i}`)).join("\n")}\n`;
/** Of `many`: 12 rows are bad, and 10,000 addresses come in turn, of which 10 are bad each time. */
const MANY = { status: "completed", total: ROWS, created: 9_990, updated: 1_998, skipped: 0, failed: 12 };

describe("an import", () => {
  it("goes on from where it was killed, and counts and writes every row once", async () => {
    const segment = await makeSegment(test.context, caller, "All");
    const id = await upload(many(), { segments: [segment.id] });
    await runAll([killing(2)]);
    expect(await counted(id)).toEqual(MANY);
    const [there] = await sql("SELECT count(*)::int AS n FROM segment_contacts WHERE segment_id = $1", [
      segment.id,
    ]);
    expect(there).toEqual({ n: 9_990 });
    expect((await contacts()).find(({ address }) => address === "p5@example.com")?.first_name).toBe("N10005");
    const lines: number[] = [];
    for await (const { line } of await readImportErrors(test.context, caller, id)) lines.push(line);
    expect(lines).toEqual(Array.from({ length: 12 }, (_, i) => 1_001 + 1_000 * i));
    expect(await sql("SELECT 1 FROM contact_import_chunks")).toEqual([]);
  });

  it("is read in once by two schedulers, one of which dies all the time", async () => {
    const ids = [await upload(many()), await upload(many(3_000), { onConflict: "skip" })];
    await runAll([test.context, killing(3), test.context]);
    const [first, second] = await Promise.all(ids.map(counted));
    const sum = (key: "total" | "created" | "failed") => (first?.[key] ?? 0) + (second?.[key] ?? 0);
    expect({ total: sum("total"), created: sum("created"), failed: sum("failed") }).toEqual({
      ...{ total: ROWS + 3_000, created: 9_990, failed: 15 },
    });
  });

  it("gives the same contacts however its file is cut into pieces", async () => {
    await makeProperty(test.context, caller, { key: "note", type: "string", fallback: null });
    const cell = fc.constantFrom(
      "",
      "x",
      "日本語",
      '"a, b"',
      '"two\r\nlines"',
      '"she said ""hi"""',
      "🙂",
      '5" disk',
    );
    const row = fc.tuple(fc.nat(5), cell, cell).map(([n, a, b]) => `p${n}@example.com,${a},${b}`);
    const file = fc.record({
      rows: fc.array(fc.oneof(row, fc.constant("nobody,,"), fc.constant("")), {
        minLength: 1,
        maxLength: 12,
      }),
      end: fc.constantFrom("\n", "\r\n", "\r"),
      mark: fc.constantFrom("", "\ufeff"),
      cuts: fc.array(fc.nat(400), { maxLength: 8 }),
      onConflict: fc.constantFrom<OnConflict>("upsert", "skip"),
      closed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, end, mark, cuts, onConflict, closed }) => {
        // A first line alone is refused.
        fc.pre(rows.some((text) => text !== ""));
        const csv = `${mark}${["email,first_name,note", ...rows].join(end)}${closed ? end : ""}`;
        const read = async (pieces: number[], context: Context) => {
          await sql("DELETE FROM contacts WHERE account_id = $1", [caller.accountId]);
          const id = await upload(csv, { onConflict, cuts: pieces });
          await split(id, pieces);
          await runAll([context]);
          return { counts: await counted(id), contacts: await contacts() };
        };
        const whole = await read([], test.context);
        expect(await read(cuts, killing(2))).toEqual(whole);
        expect(whole.counts.total).toBe(rows.filter((text) => text !== "").length);
      }),
      { numRuns: 25 },
    );
  });

  it("takes what is written by other programs: semicolons, a mark, formulas, few cells, any line ends", async () => {
    const id = await upload(
      "\ufeffE-Mail;email;First name\r\n;a@example.com;'=1+1\n;b@example.com\r;c@example.com;C",
    );
    await runAll();
    expect(await counted(id)).toMatchObject({ status: "completed", total: 3, created: 3 });
    expect((await contacts()).map((row) => [row.address, row.first_name])).toEqual([
      ...[
        ["a@example.com", "=1+1"],
        ["b@example.com", null],
        ["c@example.com", "C"],
      ],
    ]);
  });

  it("names each bad row by its line and column, and takes the others", async () => {
    await makeProperty(test.context, caller, { key: "seats", type: "number", fallback: null });
    const rows = [
      '"a@example.com","two\nlines",,',
      "b@,,,",
      "c@example.com,,maybe,",
      "d@example.com,,,many",
      "e@example.com,,,1,2",
      "f@example.com,\0,,",
      `g@example.com,${"n".repeat(257)},,`,
    ];
    const id = await upload(["email,first_name,unsubscribed,seats", ...rows].join("\n"));
    await runAll();
    const errors = [];
    for await (const { line, column } of await readImportErrors(test.context, caller, id))
      errors.push([line, column]);
    expect(errors).toEqual([
      ...[
        [4, "email"],
        [5, "unsubscribed"],
        [6, "seats"],
        [7, null],
        [8, null],
        [9, "first_name"],
      ],
    ]);
    expect(await counted(id)).toMatchObject({ total: 7, created: 1, failed: 6 });
  });

  it("fails at a quote that is not closed, and keeps what stands before", async () => {
    const id = await upload('email\na@example.com\n"b@example.com\nc@example.com\n');
    await runAll();
    expect(await counted(id)).toMatchObject({ status: "failed", total: 1, created: 1 });
    const { error } = await readImport(test.context, caller, id);
    expect(error).toContain("From line 3 on");
  });

  it("leaves a contact what a row does not say, and with skip everything", async () => {
    await makeProperty(test.context, caller, { key: "plan", type: "string", fallback: null });
    const wish = {
      address: "a@example.com",
      firstName: "Old",
      lastName: "Name",
      properties: { plan: "pro" },
    };
    await putContact(test.context, caller, wish);
    const csv = "email,first_name,last_name,plan\na@example.com,New,,\nb@example.com,B,,free\n";
    const skipped = await upload(csv, { onConflict: "skip" });
    await runAll();
    expect(await counted(skipped)).toMatchObject({ created: 1, updated: 0, skipped: 1 });
    expect(await contacts()).toMatchObject([{ first_name: "Old" }, { first_name: "B" }]);
    const upserted = await upload(csv);
    await runAll();
    expect(await counted(upserted)).toMatchObject({ created: 0, updated: 2, skipped: 0 });
    expect(await contacts()).toMatchObject([
      ...[{ first_name: "New", last_name: "Name", properties: { plan: "pro" } }, { first_name: "B" }],
    ]);
  });

  it("lets people leave and brings nobody back", async () => {
    const topic = await makeTopic(test.context, caller, {
      name: "News",
      description: null,
      subscribed: true,
    });
    for (const name of ["left", "here"])
      await putContact(test.context, caller, { address: `${name}@example.com` });
    const key = { address: "left@example.com" };
    await changeContact(test.context, caller, key, {
      unsubscribed: true,
      topics: [{ id: topic.id, subscribed: false }],
    });
    const csv = "email,unsubscribed\nleft@example.com,false\nhere@example.com,true\nnew@example.com,false\n";
    await upload(csv, { topics: [{ id: topic.id, subscribed: true }] });
    await runAll();
    const chosen = await sql(
      "SELECT address, topic_id = '' AS all, subscribed, source FROM subscriptions WHERE account_id = $1 ORDER BY 1, 2 DESC",
      [caller.accountId],
    );
    expect(chosen).toEqual([
      { address: "here@example.com", all: true, subscribed: false, source: "import" },
      { address: "here@example.com", all: false, subscribed: true, source: "import" },
      { address: "left@example.com", all: true, subscribed: false, source: "api" },
      { address: "left@example.com", all: false, subscribed: false, source: "api" },
      { address: "new@example.com", all: false, subscribed: true, source: "import" },
    ]);
  });

  it("fails when its file cannot be opened, after some turns, and does not keep others waiting", async () => {
    const lost = await upload("email\na@example.com\n");
    await sql("DELETE FROM contact_import_chunks");
    const id = await upload("email\nb@example.com\n");
    await runAll();
    expect(await counted(lost)).toMatchObject({ status: "failed", total: 0 });
    expect(await counted(id)).toMatchObject({ status: "completed", created: 1 });
  });
});

/** Cuts a stored file into smaller pieces than an upload does. */
async function split(id: string, cuts: number[]): Promise<void> {
  const { context } = test;
  const [chunk] = await sql<{ sealed: Buffer }>(
    "SELECT sealed FROM contact_import_chunks WHERE import_id = $1",
    [id],
  );
  const [account] = await sql<{ data_key: Buffer }>("SELECT data_key FROM accounts WHERE id = $1", [
    caller.accountId,
  ]);
  if (!chunk || !account) throw new Error("no file");
  const place = (start: number) => ({ tenant: caller.accountId, message: id, field: `chunk.${start}` });
  const bytes = context.sealer.unseal(account.data_key, place(0), chunk.sealed);
  const starts = [...new Set([0, ...cuts.map((cut) => cut % bytes.length)])].sort((a, b) => a - b);
  await sql("DELETE FROM contact_import_chunks WHERE import_id = $1", [id]);
  for (const [i, start] of starts.entries()) {
    const sealed = context.sealer.seal(account.data_key, place(start), bytes.subarray(start, starts[i + 1]));
    await sql("INSERT INTO contact_import_chunks VALUES ($1, $2, $3, $4)", [
      caller.accountId,
      id,
      start,
      sealed,
    ]);
  }
}

describe("what is left of imports", () => {
  it("is swept: uploads that broke off, and what ended 90 days ago", async () => {
    const { context, clock } = test;
    const done = await upload("email\nnobody\n");
    await runAll();
    const broken = await openUpload(context, caller);
    await broken.put(Buffer.alloc(1024 * 1024 + 1, "a"));
    clock.advance(9 * 60_000);
    await forgetImports(context);
    expect(await sql("SELECT 1 FROM contact_imports")).toHaveLength(2);
    clock.advance(2 * 60_000);
    await forgetImports(context);
    expect(await sql("SELECT id FROM contact_imports")).toEqual([{ id: done }]);
    expect(await sql("SELECT 1 FROM contact_import_chunks")).toEqual([]);
    await expect(broken.put(Buffer.alloc(1024 * 1024 + 1, "a"))).rejects.toThrow("took too long");
    clock.advance(90 * DAY_MS);
    await forgetImports(context);
    expect(await sql("SELECT 1 FROM contact_imports")).toEqual([]);
    expect(await sql("SELECT 1 FROM contact_import_errors")).toEqual([]);
  });
});
