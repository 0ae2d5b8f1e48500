import { isNews } from "@sendex/core/alerts/network";
import { type FreshNetwork, keysInForce } from "@sendex/data/alerts/networks";
import type { Context } from "../context";
import { type AccountFinding, openOf, type Page } from "./page";

const OF_KEY = { kind: "key_network", dimension: "key" } as const;
/** Those that an alert names, the newest. */
const MOST_NAMED = 5;

/** Which keys were used where they had not been. `fresh`: what nobody has judged yet. */
export async function findNetworks(
  { data }: Context,
  page: Page,
  fresh: readonly FreshNetwork[],
): Promise<AccountFinding[]> {
  const open = new Map(openOf(page, ["key_network"]).map((alert) => [alert.value, alert]));
  const inForce = await keysInForce(data, [...open.keys()]);
  const byKey = new Map<string, FreshNetwork[]>();
  for (const network of fresh)
    if (!network.revoked && isNews(network))
      byKey.set(network.keyId, [network, ...(byKey.get(network.keyId) ?? [])]);
  const news = [...byKey.values()].flatMap((networks): AccountFinding[] => {
    const [newest] = networks;
    if (!newest) return [];
    const known = open.get(newest.keyId)?.numbers.networks ?? [];
    const all = [...networks.map(({ network }) => network), ...known].slice(0, MOST_NAMED);
    const { accountId, keyId: value, keyName: name } = newest;
    return [
      {
        ...OF_KEY,
        accountId,
        value,
        name,
        numbers: { networks: all },
        over: true,
        clear: false,
        gone: false,
      },
    ];
  });
  const quiet = [...open.values()].filter(({ value }) => !byKey.has(value));
  return [
    ...news,
    ...quiet.map(({ accountId, value, name, numbers }): AccountFinding => ({
      ...{ ...OF_KEY, accountId, value, name, numbers },
      ...{ over: false, clear: true, gone: !inForce.has(value) },
    })),
  ];
}
