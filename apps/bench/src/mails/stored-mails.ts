import { Client } from "pg";
import { idFloor } from "@sendex/crypto/token";
import { ensurePartitions } from "@sendex/data/schedule/partitions";
import { RANK } from "@sendex/core/reports/status";
import type { Rig, Tenant } from "../rig/rig";
import { plain } from "@sendex/data/database/pools";

/**
 * How far stored mails have come: `queued` wait to be admitted, `sent` wait for SES's word, `settled` are old mail,
 * of which one in twenty bounced.
 */
export type StoredState = "queued" | "sent" | "settled";

export interface StoredMails {
  tenant: Tenant;
  state: StoredState;
  count: number;
  /** They are spread evenly from `from` to `until`, the oldest first. */
  from: Date;
  until: Date;
}

/** Mails a statement: enough to be quick, and few enough to tell how far it is. */
const CHUNK = 50_000;
const DAY_MS = 86_400_000;
/** So many mails in a row share an address, an order number, and a campaign in turn. */
export const SHARED = { address: 5, order: 20, campaigns: 10 } as const;

/**
 * Writes mails with one recipient each straight into PostgreSQL, as accepting and sending would have left them but
 * for their content, which is bytes that nothing can unseal, and has PostgreSQL look at them. `told` is called with how many there are so far.
 */
export async function storeMails(
  { databaseUrl, context }: Rig,
  mails: StoredMails,
  told: (stored: number) => void = () => undefined,
): Promise<void> {
  const { tenant, state, count, from, until } = mails;
  for (let at = from.getTime(); at < until.getTime() + DAY_MS; at += DAY_MS)
    await ensurePartitions(context.data, new Date(at));
  // Not from the product's pool, which lets no statement run long.
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(ID_FUNCTION);
    await checkIds(client, from);
    for (let start = 0; start < count; start += CHUNK) {
      const end = Math.min(count, start + CHUNK) - 1;
      const values = [tenant.accountId, tenant.domain, start, end, from.getTime(), until.getTime(), count];
      await client.query(storeSql(state), values);
      told(end + 1);
    }
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

/** The id of the `n`-th mail, as storeMails wrote it. */
export async function storedId(
  { context }: Rig,
  { count, from, until }: StoredMails,
  n: number,
): Promise<string> {
  const { rows } = await plain(context.data).query<{ id: string }>(
    `SELECT bench_id('msg', ${timeOf("$1::bigint", "$2", "$3", "$4")}, $1::bigint) AS id`,
    [n, from.getTime(), until.getTime(), count],
  );
  return rows[0]?.id ?? "";
}

/** The form of ids is crypto's; should it change, this has to follow. */
async function checkIds(client: Client, time: Date): Promise<void> {
  const { rows } = await client.query<{ id: string }>("SELECT bench_id('msg', $1, 0) AS id", [
    time.getTime(),
  ]);
  const floor = idFloor("msg", time);
  const id = rows[0]?.id ?? "";
  if (id.length !== floor.length || id.slice(0, 14) !== floor.slice(0, 14))
    throw new Error(`The bench writes ids as ${id}, and the product as ${floor}`);
}

const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";

/** As newId in crypto: ten digits of time, three that count, and 14 more, which here are hexadecimal. */
const ID_FUNCTION = `
CREATE OR REPLACE FUNCTION bench_id(prefix text, ms bigint, n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT prefix || '_' || ${digits("ms", 10)} || ${digits("n", 3)} || substr(md5(n::text), 1, 14)
$$`;

function digits(value: string, count: number): string {
  return Array.from({ length: count }, (_, digit) => {
    const shift = 5 * (count - 1 - digit);
    return `substr('${BASE32}', ((${value} >> ${shift}) & 31)::int + 1, 1)`;
  }).join(" || ");
}

function timeOf(n: string, from: string, until: string, count: string): string {
  return `(${from}::bigint + ${n} * (${until}::bigint - ${from}::bigint) / ${count}::bigint)`;
}

const STATES = {
  queued: {
    columns: "status, rank, due_at",
    values: `'queued', ${RANK.waiting}, at`,
    events: "('queued', 'email.queued', 0)",
  },
  sent: {
    columns: "status, rank, attempt, ses_message_id, sent_at",
    values: `'sent', ${RANK.sent}, 1, ses_id, at`,
    events: "('queued', 'email.queued', 0), ('sent', 'email.sent', 1)",
  },
  settled: {
    columns: "status, rank, attempt, ses_message_id, sent_at, delivered_at",
    values: `CASE WHEN bounced THEN 'bounced' ELSE 'delivered' END,
      CASE WHEN bounced THEN ${RANK.bounced} ELSE ${RANK.delivered} END, 1, ses_id, at, CASE WHEN bounced THEN NULL ELSE at END`,
    events: `('queued', 'email.queued', 0), ('sent', 'email.sent', 1),
      (CASE WHEN bounced THEN 'bounced' ELSE 'delivered' END, CASE WHEN bounced THEN 'email.bounced' ELSE 'email.delivered' END, 2)`,
  },
} satisfies Record<StoredState, object>;

/** $1 account, $2 domain, $3 to $4 the numbers of the mails, $5 and $6 the times between which all $7 of them lie. */
function storeSql(state: StoredState): string {
  const { columns, values, events } = STATES[state];
  const attempts =
    state === "queued"
      ? ""
      : `, put_attempts AS (
  INSERT INTO attempts (account_id, message_id, n, attempt, started_at, finished_at, outcome, ses_message_id)
  SELECT $1, id, 0, 1, at, at, 'sent', ses_id FROM m
)`;
  return `
WITH m AS MATERIALIZED (
  SELECT n, ms, bench_id('msg', ms, n) AS id, to_timestamp(ms / 1000.0) AS at, n % 20 = 7 AS bounced,
    '0100019a-bench-' || n AS ses_id, 'customer-' || n / ${SHARED.address} || '@mail-' || n / ${SHARED.address} % 50 || '.example' AS address
  FROM (SELECT n, ${timeOf("n", "$5", "$6", "$7")} AS ms FROM generate_series($3::bigint, $4::bigint) AS n) AS numbers
), put_messages AS (
  INSERT INTO messages (account_id, id, mode, source, dialect, route, priority, from_header, from_address, from_domain, addresses,
    recipient_count, subject, tags, metadata, bytes, created_at)
  SELECT $1, id, 'live', 'api', 'sendex', 'sandbox', 'standard', 'The shop <orders@' || $2 || '>', 'orders@' || $2, $2,
    jsonb_build_object('to', jsonb_build_array(address), 'cc', '[]'::jsonb, 'bcc', '[]'::jsonb, 'replyTo', '[]'::jsonb),
    1, 'Your order ' || n, jsonb_build_array(
      jsonb_build_object('name', 'order', 'value', (n / ${SHARED.order})::text),
      jsonb_build_object('name', 'campaign', 'value', (n % ${SHARED.campaigns})::text)), '{}', 700, at FROM m
), put_recipients AS (
  INSERT INTO recipients (account_id, message_id, n, address, kind, priority, route, provider, ${columns})
  SELECT $1, id, 0, address, 'to', 'standard', 'sandbox', (ARRAY['google', 'microsoft', 'yahoo', 'apple', 'other'])[n % 5 + 1], ${values} FROM m
), put_contents AS (
  INSERT INTO contents (account_id, message_id, field, sealed) SELECT $1, id, 'body', decode(repeat(md5(n::text), 8), 'hex') FROM m
)${attempts}
INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
SELECT $1, bench_id('evt', ms, n * 4 + ordinal), 'message', id, CASE WHEN ordinal > 0 THEN 0 END, type, webhook, at, '{}'
FROM m, LATERAL (VALUES ${events}) AS e(type, webhook, ordinal)`;
}
