import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DAY_MS, startOfDay } from "@sendex/kit/day";
import { openSealer } from "@sendex/crypto/seal";
import { newId } from "@sendex/crypto/token";
import { programOf } from "@sendex/operator/program";
import { rollUpAll } from "@sendex/pipeline/analytics/roll-up";
import { appeal } from "@sendex/pipeline/reputation/appeal";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { type } from "./typist";
import { plain } from "@sendex/data/database/pools";

/** What changes nothing that an operator answers for. */
const LOOKS = ["list", "show", "status", "verify", "prepare"];

interface Act {
  /** What the audit log calls it. */
  act: string;
  /** What it writes beside the entry; absent: nothing. */
  table?: string;
  /** Puts in place what it acts on; what is typed after the command's words. */
  arrange: (drive: Drive, folder: string) => Promise<string[]> | string[];
}

const account = ({ account: { email } }: Drive): string[] => ["--account", email];
const now = ({ test }: Drive): Date => test.clock.now();

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const someone = (): string => `${randomBytes(6).toString("hex")}@example.test`;

/** An operator who signs in. */
async function person({ test: { context } }: Drive): Promise<string> {
  const email = someone();
  await type(context, ["person", "create", "--email", email, "--operator"]);
  return email;
}

const ACTS: Record<string, Act> = {
  "account create": { act: "account.create", table: "accounts", arrange: () => [] },
  "account content": {
    act: "account.content",
    table: "accounts",
    arrange: (drive) => [...account(drive), "--keep", "no"],
  },
  "account timezone": {
    act: "account.timezone",
    table: "accounts",
    arrange: (drive) => [...account(drive), "--zone", "Europe/Berlin"],
  },
  "account suspend": {
    act: "account.suspend",
    table: "suspensions",
    async arrange(drive) {
      await type(drive.test.context, ["account", "reinstate", ...account(drive)]);
      return [...account(drive), "--reason", "Drill."];
    },
  },
  "account reinstate": {
    act: "account.reinstate",
    table: "suspensions",
    async arrange(drive) {
      await suspend(drive);
      return account(drive);
    },
  },
  "account tier": {
    act: "account.tier",
    table: "accounts",
    arrange: (drive) => [...account(drive), "--tier", "trusted"],
  },
  "account export": {
    act: "account.export",
    arrange: (drive, folder) => [...account(drive), "--out", path.join(folder, randomUUID())],
  },
  "key create": {
    act: "key.create",
    table: "api_keys",
    arrange: (drive) => [...account(drive), "--permission", "full"],
  },
  "key revoke": {
    act: "key.revoke",
    table: "api_keys",
    async arrange(drive) {
      const made = await type(drive.test.context, [
        "key",
        "create",
        ...account(drive),
        "--permission",
        "full",
      ]);
      return [(made.answer as { id: string }).id];
    },
  },
  "domain add": {
    act: "domain.add",
    table: "domains",
    arrange: (drive) => [`${randomBytes(4).toString("hex")}.example`, ...account(drive)],
  },
  "credits grant": {
    act: "credits.grant",
    table: "credit_entries",
    arrange: (drive) => [...account(drive), "--amount", "5"],
  },
  "credits unlimited": {
    act: "credits.unlimited",
    table: "credit_entries",
    async arrange(drive) {
      await type(drive.test.context, ["credits", "grant", ...account(drive), "--amount", "5"]);
      return account(drive);
    },
  },
  "person create": {
    act: "person.create",
    table: "users",
    arrange: () => ["--email", someone(), "--operator"],
  },
  "person invite": {
    act: "invitations.create",
    table: "invitations",
    arrange: (drive) => [...account(drive), "--email", someone()],
  },
  "person reset-password": {
    act: "person.reset_link",
    table: "verifications",
    arrange: async (drive) => ["--email", await person(drive)],
  },
  "person set-operator": {
    act: "person.operator",
    table: "users",
    arrange: async (drive) => ["--email", await person(drive), "--allowed", "no"],
  },
  "person turn-off-2fa": {
    act: "person.two_factor_off",
    table: "two_factors",
    async arrange(drive) {
      const email = await person(drive);
      const of = `(SELECT id FROM users WHERE email = '${email}')`;
      const { data } = drive.test.context;
      await plain(data).query(`UPDATE users SET two_factor_enabled = true WHERE email = '${email}'`);
      await plain(data).query(
        `INSERT INTO two_factors (id, user_id, secret, backup_codes) SELECT 'tfa_' || id, id, '', '' FROM ${of} u`,
      );
      return ["--email", email];
    },
  },
  "source resume": {
    act: "source.resume",
    table: "source_pauses",
    async arrange(drive) {
      const { accountId, keyIds } = drive.account;
      await insert(drive, "source_pauses", {
        account_id: accountId,
        id: newId("pau", now(drive)),
        kind: "key",
        source_id: keyIds.test,
        reason: "Bounces.",
        evidence: {},
        created_at: now(drive),
      });
      return [keyIds.test, ...account(drive)];
    },
  },
  "appeal grant": { act: "account.reinstate", table: "appeals", arrange: anAppeal },
  "appeal deny": { act: "appeal.deny", table: "appeals", arrange: anAppeal },
  "case legitimate": { act: "case.legitimate", table: "review_cases", arrange: aCase },
  "case abuse": { act: "case.abuse", table: "review_cases", arrange: aCase },
  "recipient erase": {
    act: "recipient.erase",
    table: "recipients",
    async arrange(drive) {
      await type(drive.test.context, ["account", "reinstate", ...account(drive)]);
      await type(drive.test.context, ["credits", "unlimited", ...account(drive)]);
      await post(drive);
      await sendDue(drive);
      return ["someone@example.com", ...account(drive)];
    },
  },
  "dead-letter retry": { act: "dead_letter.retry", table: "dead_letters", arrange: aDeadLetter },
  "dead-letter release": { act: "dead_letter.release", table: "dead_letters", arrange: aDeadLetter },
  "analytics recount": {
    act: "analytics.recount",
    table: "metrics",
    async arrange(drive) {
      await post(drive);
      // A recount begins with what waits of all accounts, which is nobody's act.
      await rollUpAll(drive.test.context.data);
      await plain(drive.test.context.data).query("UPDATE metrics SET sent = sent + 1");
      const day = startOfDay(now(drive));
      const next = new Date(day.getTime() + DAY_MS);
      return [...account(drive), "--from", dayOf(day), "--to", dayOf(next)];
    },
  },
  "ledger check": { act: "ledger.check", table: "ledger_hours", arrange: anHour },
  "ledger acknowledge": { act: "ledger.acknowledge", table: "ledger_hours", arrange: anHour },
  "notifications redrive": {
    act: "notifications.redrive",
    table: "notifications",
    arrange(_, folder) {
      const event = {
        eventType: "Delivery",
        mail: { messageId: randomUUID(), timestamp: "2026-03-05T12:00:00Z" },
        delivery: { recipients: ["someone@example.com"] },
      };
      const file = path.join(folder, randomUUID());
      writeFileSync(file, JSON.stringify(event));
      return ["--file", file];
    },
  },
  "master-key rotate": {
    act: "master_key.rotate",
    table: "accounts",
    arrange({ test: { context, settings } }) {
      settings.encryptionKeys.unshift({ id: randomUUID(), key: randomBytes(32) });
      context.sealer = openSealer({ masterKeys: settings.encryptionKeys });
      return [];
    },
  },
  "operator create": { act: "operator.create", table: "operators", arrange: () => ["Ada"] },
  "operator revoke": {
    act: "operator.revoke",
    table: "operators",
    async arrange({ test }) {
      return [((await type(test.context, ["operator", "create", "Ada"])).answer as { id: string }).id];
    },
  },
  // The last: it ends the account that the others act on.
  "account erase": {
    act: "account.erase",
    table: "accounts",
    arrange: (drive) => [...account(drive), "--confirm", drive.account.email],
  },
};

async function suspend(drive: Drive): Promise<void> {
  await type(drive.test.context, ["account", "suspend", ...account(drive), "--reason", "Drill."]);
}

async function anAppeal(drive: Drive): Promise<string[]> {
  await type(drive.test.context, ["account", "reinstate", ...account(drive)]);
  await suspend(drive);
  return [(await appeal(drive.test.context, drive.account.accountId, "Please.")).id];
}

async function aCase(drive: Drive): Promise<string[]> {
  await type(drive.test.context, ["account", "reinstate", ...account(drive)]);
  const id = newId("cas", now(drive));
  await insert(drive, "review_cases", {
    account_id: drive.account.accountId,
    id,
    message_id: newId("msg", now(drive)),
    label: "phishing",
    score: 0.9,
    structural: false,
    reasons: JSON.stringify([]),
    provider: "embedded",
    action: "case",
    created_at: now(drive),
  });
  return [id];
}

async function aDeadLetter(drive: Drive): Promise<string[]> {
  const id = newId("dl", now(drive));
  const row = {
    account_id: "",
    id,
    kind: "notification",
    subject_id: randomUUID(),
    part: "",
    reason: "a test",
  };
  await insert(drive, "dead_letters", { ...row, created_at: now(drive) });
  return [id];
}

async function anHour(drive: Drive): Promise<string[]> {
  drive.test.clock.advance(3_600_000);
  const hour = `${now(drive).toISOString().slice(0, 13)}:00:00Z`;
  await insert(drive, "ledger_hours", { hour, cursor: "", difference: 1, checked_at: now(drive) });
  return [hour];
}

async function insert(drive: Drive, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  await plain(drive.test.context.data).query(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(", ")}) ON CONFLICT DO NOTHING`,
    Object.values(row),
  );
}

describe("an operator's act and its entry in the audit log", () => {
  let drive: Drive;
  let folder: string;
  beforeAll(async () => {
    drive = await openDrive();
    folder = mkdtempSync(path.join(tmpdir(), "audit-"));
    await query(
      "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''refused''; END'",
    );
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await drive.test.close();
  });

  const query = async (text: string) =>
    (await plain(drive.test.context.data).query<Record<string, unknown>>(text)).rows;
  const rowsOf = async (table: string) => query(`SELECT t::text AS row FROM ${table} t ORDER BY 1`);
  const entries = (act: string) =>
    query(`SELECT id, actor FROM audit_entries WHERE act = '${act}' ORDER BY id`);
  /** Every commit that wrote to the table fails, at its very end. */
  const refusing = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
    await query(
      `CREATE CONSTRAINT TRIGGER refuse AFTER INSERT OR UPDATE OR DELETE ON ${table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    try {
      return await work();
    } finally {
      await query(`DROP TRIGGER refuse ON ${table}`);
    }
  };

  it("is asked of every command that changes something", () => {
    const all = programOf(
      async () => undefined,
      () => undefined,
    ).commands.flatMap((group) =>
      group.commands
        .filter((leaf) => !LOOKS.includes(leaf.name()))
        .map((leaf) => `${group.name()} ${leaf.name()}`),
    );
    expect(Object.keys(ACTS).sort()).toEqual(all.sort());
  });

  it.each(Object.entries(ACTS))(
    "%s: neither is there without the other",
    async (name, { act, table, arrange }) => {
      for (const refused of ["audit_entries", ...(table === undefined ? [] : [table])]) {
        const rest = await arrange(drive, folder);
        const before = { rows: await rowsOf(table ?? "accounts"), entries: await entries(act) };
        const { code, error } = await refusing(refused, () =>
          type(drive.test.context, [...name.split(" "), ...rest]),
        );
        expect({ refused, code, message: error?.message }).toEqual({ refused, code: 1, message: "refused" });
        expect(await rowsOf(table ?? "accounts")).toEqual(before.rows);
        expect(await entries(act)).toEqual(before.entries);
      }
      const rest = await arrange(drive, folder);
      const before = { rows: await rowsOf(table ?? "accounts"), entries: await entries(act) };
      expect(await type(drive.test.context, [...name.split(" "), ...rest])).toMatchObject({
        code: 0,
        error: undefined,
      });
      const added = (await entries(act)).slice(before.entries.length);
      expect(added).toMatchObject([{ actor: "cli:test" }]);
      if (table !== undefined) expect(await rowsOf(table)).not.toEqual(before.rows);
    },
  );
});
