import type { X509Certificate } from "node:crypto";
import { LRUCache } from "lru-cache";
import { parseCertificate } from "./sns-signature";

/** AWS uses a few a year and region. */
const MAX_KEPT = 64;
/** Invented URLs of the right form cost a request each; at most this many run at a time. */
const MAX_FETCHES = 8;

/** Rejects when the certificate is not to be had. */
export type GetCertificate = (url: string) => Promise<X509Certificate>;

/** Keeps certificates that could be parsed; those who wait for one URL share one fetch. */
export function openCertificates(fetchPem: (url: string) => Promise<string>): GetCertificate {
  let fetching = 0;

  async function fetchAndParse(url: string): Promise<X509Certificate> {
    fetching += 1;
    try {
      return parseCertificate(await fetchPem(url));
    } finally {
      fetching -= 1;
    }
  }

  const kept = new LRUCache<string, X509Certificate>({
    max: MAX_KEPT,
    fetchMethod: fetchAndParse,
    // One that is pushed out while it is fetched is for its askers all the same.
    ignoreFetchAbort: true,
  });

  return async (url) => {
    // Before `forceFetch`, in which every URL takes an entry at once and would push out what is kept.
    if (fetching >= MAX_FETCHES && !kept.has(url)) throw new Error("Too many certificates are being fetched");
    return kept.forceFetch(url);
  };
}
