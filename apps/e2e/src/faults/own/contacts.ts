import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../../eventually";
import { make } from "../../pages/make";
import type { LedgerLine } from "../../sandbox";
import type { Stack } from "../../stack";

/** Without progress; leases and the longest settling of unknown outcomes are within it. */
export const PATIENCE_MS = 420_000;
const POLL_MS = 150;
/** As fast as the machine sends. */
const RATE = 1_000_000;

/** Of the contact with this number, from 1. */
export function addressOf(n: number): string {
  return `contact-${n}@broadcast.example`;
}

/** Makes a segment with so many contacts, and lets SES take whatever comes. → its id */
export async function makeReaders(stack: Stack, contacts: number): Promise<string> {
  await stack.sandbox.quota({ maxSendRate: RATE, max24HourSend: RATE });
  const segment = await make(stack.tenant.client, "/api/v1/segments", { name: "Everybody" });
  await fill(stack, segment, contacts);
  return segment;
}

/** Straight into the rows: a hundred thousand calls are another row's. */
async function fill({ database, tenant }: Stack, segment: string, contacts: number): Promise<void> {
  const { accountId } = tenant;
  await database.rows(
    `INSERT INTO contacts (account_id, mode, id, address, first_name, created_at, updated_at)
     SELECT $1, 'live', 'con_' || lpad(n::text, 27, '0'), 'contact-' || n || '@broadcast.example', 'C' || n, now(), now()
     FROM generate_series(1, $2::int) n`,
    [accountId, contacts],
  );
  await database.rows(
    `INSERT INTO segment_contacts (account_id, segment_id, contact_id) SELECT account_id, $2, id FROM contacts WHERE account_id = $1`,
    [accountId, segment],
  );
}

/** A broadcast as the API shows it. */
export interface Seen {
  state: string;
  mails: number;
  skipped: number;
  subject_test: { phase: string | null } | null;
}

export async function seen({ tenant }: Stack, id: string): Promise<Seen> {
  const { status, body, text } = await tenant.client.call<Seen>("GET", `/api/v1/broadcasts/${id}`);
  if (status !== 200) throw new Error(`the broadcast cannot be read: ${status} ${text}`);
  return body;
}

/** Waits until SES has taken so many mails, however long that takes, as long as they become more. */
export async function untilTaken({ sandbox }: Stack, wanted: number): Promise<void> {
  await whileMore(async () => {
    const accepted = await sandbox.accepted();
    return { count: accepted, done: accepted >= wanted };
  });
}

export async function untilOver(stack: Stack, id: string): Promise<Seen> {
  await whileMore(async () => {
    const accepted = await stack.sandbox.accepted();
    const { state, mails } = await seen(stack, id);
    return { count: accepted + mails, done: state === "sent" };
  });
  return eventually(() => seen(stack, id));
}

async function whileMore(look: () => Promise<{ count: number; done: boolean }>): Promise<void> {
  let most = -1;
  let deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    // What is away for the moment is asked again.
    const found = await look().catch(() => undefined);
    if (found?.done) return;
    if (found && found.count > most) {
      most = found.count;
      deadline = performance.now() + PATIENCE_MS;
    }
    if (performance.now() > deadline)
      throw new Error(`it stands still at ${most} for ${PATIENCE_MS / 1000} s`);
    await sleep(POLL_MS);
  }
}

/** Mails to the contacts, as SES took them. */
export async function mailsToContacts({ sandbox }: Stack): Promise<LedgerLine[]> {
  return (await sandbox.ledger()).filter(({ to }) => to[0]?.endsWith("@broadcast.example"));
}
