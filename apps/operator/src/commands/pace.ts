import { ROUTES } from "@sendex/core/accepting/message";
import { SendexError } from "@sendex/core/error";
import type { Context } from "@sendex/pipeline/context";
import { command } from "../command";
import type { Act } from "../desk";

export function paceCommands(act: Act) {
  return [
    command(
      "list",
      "Lists the destination domains that mail goes to slower for now, with what was learnt of each.",
    ).action(() => act(({ context }) => list(context).catch(redisAway))),
  ];
}

/** The slowest first. */
async function list({ domains, clock }: Context): Promise<object> {
  const now = clock();
  const lists = await Promise.all(
    ROUTES.map(async (route) =>
      (await domains.limits(route, now)).map(({ domain, perSecond, deferredAt }) => ({
        route,
        domain,
        per_second: Number(perSecond.toPrecision(3)),
        last_deferred_at: deferredAt.toISOString(),
      })),
    ),
  );
  return { data: lists.flat() };
}

/** The only command whose answer stands in Redis alone. */
function redisAway(cause: unknown): never {
  throw new SendexError("service_unavailable", "Redis (REDIS_URL) does not serve. Is it running?", { cause });
}
