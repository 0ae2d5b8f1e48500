import { enabledEndpoints, failingEndpoints } from "@sendex/data/alerts/endpoints";
import type { Context } from "../context";
import { type AccountFinding, openOf, type Page } from "./page";

const MINUTE_MS = 60_000;
const OF_ENDPOINT = { kind: "webhook_failing", dimension: "endpoint" } as const;

/** Which endpoints of live mail have taken nothing for a while. One that was deleted, or disabled by its owner, is nothing to watch. */
export async function findEndpoints({ data }: Context, page: Page): Promise<AccountFinding[]> {
  const failing = await failingEndpoints(data, page.accountIds);
  const ids = new Set(failing.map(({ id }) => id));
  const recovered = openOf(page, ["webhook_failing"]).filter(({ value }) => !ids.has(value));
  const there = await enabledEndpoints(
    data,
    recovered.map(({ value }) => value),
  );
  return [
    ...failing.map(({ accountId, id, endpoint, failingSince }): AccountFinding => {
      const minutes = (page.now.getTime() - failingSince.getTime()) / MINUTE_MS;
      return {
        ...{ ...OF_ENDPOINT, accountId, value: id, name: endpoint },
        ...{ over: minutes >= page.rulesOf(accountId).webhook_failing.threshold, clear: false, gone: false },
        numbers: { failing_since: failingSince.toISOString() },
      };
    }),
    ...recovered.map(({ accountId, value, name, numbers }): AccountFinding => ({
      ...{ ...OF_ENDPOINT, accountId, value, name, numbers },
      ...{ over: false, clear: true, gone: !there.has(value) },
    })),
  ];
}
