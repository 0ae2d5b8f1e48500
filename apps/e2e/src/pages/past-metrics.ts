import type { Stack } from "../stack";

/**
 * Sixty days of a shop's mail as analytics count it, by all that they tell apart; nothing of the last two hours, which real
 * mail has. Shares of each dimension add up to 100; `bad` says in which hours one bounces, `slow` is the bucket of the median.
 */
const PAST = `
WITH hours AS (
  SELECT at, d, h, 18 + d * 7 % 11 + h * 5 % 9 - 9 * (d % 7 / 5) + greatest(0, 30 - d) / 3 AS sent
  FROM generate_series(0, 60) AS d, generate_series(7, 21) AS h,
    LATERAL (SELECT date_trunc('day', now()) - make_interval(days => d) + make_interval(hours => h) AS at) AS a
  WHERE at < now() - interval '2 hours'
), shares (dimension, value, share, bad, read, slow) AS (VALUES
  ('all', '', 100, 9, 41, 53),
  ('tag', 'campaign:spring', 40, 7, 34, 54), ('tag', 'kind:receipt', 35, 2, 58, 51), ('tag', 'kind:password-reset', 15, 1, 71, 49),
  ('template', $3, 60, 5, 46, 52), ('template', '', 40, 4, 33, 54), ('key', $4, 100, 9, 41, 53),
  ('priority', 'critical', 25, 2, 66, 48), ('priority', 'standard', 55, 4, 40, 53), ('priority', 'bulk', 20, 5, 24, 61),
  ('provider', 'google', 46, 3, 44, 51), ('provider', 'microsoft', 22, 6, 35, 57), ('provider', 'apple', 12, 1, 52, 52),
  ('provider', 'yahoo', 9, 5, 31, 63), ('provider', 'other', 8, 3, 29, 55), ('provider', '', 3, 2, 22, 60)
), counts AS (
  SELECT *, n - hurt AS arrived, (n - hurt) * read / 100 AS readers FROM (
    SELECT *, (sent * share + 50) / 100 AS n, ((d * 31 + h * 17 + share * 7) % 29 < bad AND sent * share >= 50)::int AS hurt
    FROM hours CROSS JOIN shares
  ) AS rounded WHERE n > 0
), sizes (minutes) AS (VALUES (15), (60)), cells AS (
  INSERT INTO metrics SELECT $1, 'live', dimension, minutes, at, $2, value, n, n, arrived, n / 25, hurt, 0, 0,
    ((d * 13 + h * 7 + share) % 97 = 0)::int, n / 30, 0, readers * 3 / 2, readers, readers / 4, readers / 5, n / 6, n / 15,
    ((d * 5 + h * 3 + share) % 37 = 0)::int
  FROM counts, sizes
)
INSERT INTO metric_delays SELECT $1, 'live', dimension, minutes, at, $2, value, slow + later + (d * 7 + h) % 5, greatest(1, arrived * part / 100)
FROM counts, sizes, (VALUES (0, 60), (7, 30), (24, 8)) AS tail (later, part) WHERE arrived > 0`;

const A_KEY = "SELECT id FROM api_keys WHERE account_id = $1 ORDER BY id LIMIT 1";

/** @param template that a part of the mail was made by */
export async function countPast({ database, tenant }: Stack, template: string): Promise<void> {
  const { accountId, domain } = tenant;
  const [key] = await database.rows<{ id: string }>(A_KEY, [accountId]);
  await database.rows(PAST, [accountId, domain, template, key?.id]);
}
