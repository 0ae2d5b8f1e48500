/**
 * Who runs the mail server of a recipient's domain, by the names of its MX records. A company's own domain at Google
 * counts as Google: deferrals and junk folders are decided by whoever runs the server.
 */

/** A provider, and the domains that its mail servers' names end in. */
const SERVERS = {
  google: ["google.com", "googlemail.com"],
  microsoft: ["outlook.com", "mx.microsoft", "hotmail.com"],
  yahoo: ["yahoodns.net", "yahoo.co.jp"],
  apple: ["icloud.com"],
  amazon: ["amazonaws.com", "amazonses.com", "awsapps.com"],
  barracuda: ["barracudanetworks.com", "ess.de.barracudanetworks.com"],
  cisco: ["iphmx.com"],
  cloudflare: ["mx.cloudflare.net"],
  comcast: ["comcast.net"],
  fastmail: ["messagingengine.com"],
  gandi: ["gandi.net"],
  gmx: ["gmx.net", "web.de", "mail.com"],
  godaddy: ["secureserver.net"],
  hostinger: ["hostinger.com", "titan.email"],
  infomaniak: ["infomaniak.ch"],
  ionos: ["kundenserver.de", "ionos.com", "ionos.de", "1and1.com", "perfora.net"],
  mailru: ["mail.ru"],
  migadu: ["migadu.com"],
  mimecast: ["mimecast.com", "mimecast.co.za"],
  namecheap: ["privateemail.com", "registrar-servers.com"],
  naver: ["naver.com"],
  netease: ["163.com", "126.com", "netease.com", "qiye.163.com"],
  orange: ["orange.fr", "wanadoo.fr"],
  ovh: ["ovh.net"],
  proofpoint: ["pphosted.com", "ppe-hosted.com", "gpphosted.com"],
  proton: ["protonmail.ch", "proton.ch"],
  rackspace: ["emailsrvr.com"],
  seznam: ["seznam.cz"],
  sophos: ["hydra.sophos.com"],
  "t-online": ["t-online.de"],
  tencent: ["qq.com", "exmail.qq.com"],
  trendmicro: ["trendmicro.com", "trendmicro.eu"],
  yandex: ["yandex.net", "yandex.ru"],
  zoho: ["zoho.com", "zoho.eu", "zoho.in", "zohomail.com"],
} as const satisfies Record<string, readonly string[]>;

/** `other`: a mail server of none of these. */
export type Provider = keyof typeof SERVERS | "other";

const BY_DOMAIN = new Map<string, Provider>(
  Object.entries(SERVERS).flatMap(([provider, domains]) =>
    // The parse boundary: the table's own keys.
    domains.map((domain): [string, Provider] => [domain, provider as Provider]),
  ),
);

/** By the exchange that is preferred, as DNS has it. */
export function providerOf(exchange: string): Provider {
  const labels = exchange.toLowerCase().replace(/\.$/, "").split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const provider = BY_DOMAIN.get(labels.slice(from).join("."));
    if (provider) return provider;
  }
  return "other";
}
