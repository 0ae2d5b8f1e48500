import type { Route } from "@sendex/core/accepting/message";
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
  const { rows } = await plain(data).query<{ fresh: boolean }>({
    name: "pause-route",
    text: PAUSE,
    values: [pause.name, pause.pausedAt, pause.reason, pause.probeAt],
  });
  return rows[0]?.fresh ?? false;
}

/** Opens a route again; true where it was paused. */
export async function openRoute(data: Data, name: Route): Promise<boolean> {
  const { rowCount } = await plain(data).query(
    "UPDATE send_routes SET paused_at = NULL, reason = NULL, probe_at = NULL WHERE name = $1 AND paused_at IS NOT NULL",
    [name],
  );
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

const PAUSE = `
WITH before AS (SELECT paused_at FROM send_routes WHERE name = $1)
INSERT INTO send_routes (name, paused_at, reason, probe_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (name) DO UPDATE SET paused_at = COALESCE(send_routes.paused_at, EXCLUDED.paused_at), reason = EXCLUDED.reason,
  probe_at = GREATEST(send_routes.probe_at, EXCLUDED.probe_at)
RETURNING (SELECT paused_at FROM before) IS NULL AS fresh`;
