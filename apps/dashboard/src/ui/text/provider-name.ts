/** As people know them; the API's words are those of its table of mail servers, and what is not here stands as it is. */
const NAMES: Record<string, string> = {
  ...{ google: "Google", microsoft: "Microsoft", yahoo: "Yahoo", apple: "Apple", amazon: "Amazon" },
  ...{ barracuda: "Barracuda", cisco: "Cisco", cloudflare: "Cloudflare", comcast: "Comcast" },
  ...{ fastmail: "Fastmail", gandi: "Gandi", gmx: "GMX, WEB.DE, mail.com", godaddy: "GoDaddy" },
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

export function providerName(word: string): string {
  return Object.hasOwn(NAMES, word) ? (NAMES[word] ?? word) : word;
}
