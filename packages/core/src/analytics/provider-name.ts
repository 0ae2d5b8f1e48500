import type { Provider } from "./provider";

/** As people know them, for sentences. The dashboard has a table of its own, since it knows the API's types alone. */
const NAMES: Partial<Record<Provider, string>> = {
  ...{ google: "Google", microsoft: "Microsoft", yahoo: "Yahoo", apple: "Apple", amazon: "Amazon" },
  ...{ barracuda: "Barracuda", cisco: "Cisco", cloudflare: "Cloudflare", comcast: "Comcast" },
  ...{ fastmail: "Fastmail", gandi: "Gandi", gmx: "GMX", godaddy: "GoDaddy" },
  ...{ hostinger: "Hostinger", infomaniak: "Infomaniak", ionos: "IONOS", mailru: "Mail.ru" },
  ...{ migadu: "Migadu", mimecast: "Mimecast", namecheap: "Namecheap", naver: "Naver", netease: "NetEase" },
  ...{
    orange: "Orange",
    ovh: "OVHcloud",
    proofpoint: "Proofpoint",
    proton: "Proton",
    rackspace: "Rackspace",
  },
  ...{ seznam: "Seznam", sophos: "Sophos", "t-online": "Telekom (T-Online)", tencent: "Tencent (QQ)" },
  ...{ trendmicro: "Trend Micro", yandex: "Yandex", zoho: "Zoho" },
};

const BY_WORD = new Map(Object.entries(NAMES));

/** What stands for none of them, or is newer than the table, stays as it is. */
export function providerName(word: string): string {
  return BY_WORD.get(word) ?? word;
}
