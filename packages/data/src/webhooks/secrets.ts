import { bytea, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** Former secrets of an endpoint that sign at once; each makes every request's signatures longer. */
export const MAX_FORMER_SECRETS = 3;

interface Rotation {
  accountId: string;
  id: string;
  /** Sealed. */
  secret: Uint8Array;
  /** Until when the former one signs beside it; null: it and those before it end now. */
  until: Date | null;
  now: Date;
}

/**
 * Puts a new secret in place. Those that it and earlier rotations replaced go on signing until their times; `full` where
 * there would be too many of them.
 */
export async function rotateSecret(data: Data, rotation: Rotation): Promise<"rotated" | "full" | "missing"> {
  const secret = Buffer.from(rotation.secret);
  const { rows } = await plain(data).query<{ found: boolean; rotated: boolean }>(
    ROTATE({ ...rotation, secret }),
  );
  if (!rows[0]?.found) return "missing";
  return rows[0].rotated ? "rotated" : "full";
}

/** Ends the overlaps of rotations; the sealed secret that is left, or undefined where none is going on. */
export async function expireFormerSecrets(
  data: Data,
  accountId: string,
  id: string,
  now: Date,
): Promise<Uint8Array | undefined> {
  const [row] = await prisma(data).webhook.updateManyAndReturn({
    where: { accountId, id, oldSecretUntil: { gt: now } },
    data: { oldSecret: null, oldSecretUntil: null, olderSecrets: [], olderSecretsUntil: [] },
    select: { secret: true },
  });
  return row?.secret;
}

/** In a statement with an endpoint `w`: its former secrets that still sign, oldest first. The latest ends last. */
export function formerSecrets(now: string): string {
  return `CASE WHEN w.old_secret_until > ${now} THEN ARRAY(
    SELECT f.secret FROM ${FORMER} WHERE f.until > ${now} ORDER BY f.until
  ) ELSE '{}'::bytea[] END`;
}

const FORMER = `unnest(array_append(w.older_secrets, w.old_secret), array_append(w.older_secrets_until, w.old_secret_until)) AS f(secret, until)`;

const ROTATE = unpreparedStatement<Omit<Rotation, "secret"> & { secret: Buffer }>(
  { accountId: text, id: text, secret: bytea, until: timestamptz.orNull, now: timestamptz },
  ({ accountId, id, secret, until, now }) => `
WITH w AS (
  SELECT * FROM webhooks WHERE account_id = ${accountId} AND id = ${id} FOR UPDATE
), former AS (
  SELECT f.secret, f.until FROM w, ${FORMER} WHERE f.until > ${now} AND ${until}::timestamptz IS NOT NULL
), rotated AS (
  UPDATE webhooks t SET secret = ${secret}, old_secret = CASE WHEN ${until}::timestamptz IS NOT NULL THEN w.secret END, old_secret_until = ${until},
    older_secrets = ARRAY(SELECT secret FROM former ORDER BY until), older_secrets_until = ARRAY(SELECT until FROM former ORDER BY until)
  FROM w WHERE t.account_id = w.account_id AND t.id = w.id AND (SELECT count(*) FROM former) < ${MAX_FORMER_SECRETS}
  RETURNING 1
)
SELECT EXISTS (SELECT FROM w) AS found, EXISTS (SELECT FROM rotated) AS rotated`,
);
