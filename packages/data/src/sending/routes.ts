import type { Route } from "@sendex/core/accepting/message";
import { text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

export interface RoutePause {
  name: Route;
  reason: string;
  pausedAt: Date;
  probeAt: Date;
}

/**
 * Shuts a route until `probeAt`. Returns true where it was open before, so that one alert goes out however many
 * workers meet the same trouble.
 */
export async function pauseRoute(data: Data, pause: RoutePause): Promise<boolean> {
  const { rows } = await plain(data).query<{ fresh: boolean }>(
    PAUSE({ name: pause.name, pausedAt: pause.pausedAt, reason: pause.reason, probeAt: pause.probeAt }),
  );
  return rows[0]?.fresh ?? false;
}

/** Opens a route again; true where it was paused. */
export async function openRoute(data: Data, name: Route): Promise<boolean> {
  const { rowCount } = await plain(data).query(OPEN({ name }));
  return rowCount === 1;
}

export async function pausedRoutes(data: Data): Promise<RoutePause[]> {
  const rows = await prisma(data).sendRoute.findMany({ where: { pausedAt: { not: null } } });
  return rows.flatMap(({ name, pausedAt, probeAt, reason }) =>
    pausedAt && probeAt && (name === "ses" || name === "sandbox")
      ? [{ name, pausedAt, probeAt, reason: reason ?? "" }]
      : [],
  );
}

const PAUSE = statement(
  "pause-route",
  { name: text, pausedAt: timestamptz, reason: text, probeAt: timestamptz },
  (p) => `
WITH before AS (SELECT paused_at FROM send_routes WHERE name = ${p.name})
INSERT INTO send_routes (name, paused_at, reason, probe_at) VALUES (${p.name}, ${p.pausedAt}, ${p.reason}, ${p.probeAt})
ON CONFLICT (name) DO UPDATE SET paused_at = COALESCE(send_routes.paused_at, EXCLUDED.paused_at), reason = EXCLUDED.reason,
  probe_at = GREATEST(send_routes.probe_at, EXCLUDED.probe_at)
RETURNING (SELECT paused_at FROM before) IS NULL AS fresh`,
);

const OPEN = unpreparedStatement(
  { name: text },
  (p) => `
UPDATE send_routes SET paused_at = NULL, reason = NULL, probe_at = NULL
WHERE name = ${p.name} AND paused_at IS NOT NULL`,
);
