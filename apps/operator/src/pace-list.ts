import { ROUTES } from "@sendex/core/accepting/message";
import type { Context } from "@sendex/pipeline/context";

/** Every limited domain, the slowest first. */
export async function paceList({ domains, clock }: Context): Promise<object> {
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
