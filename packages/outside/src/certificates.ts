import type { X509Certificate } from "node:crypto";
import { parseCertificate } from "./sns-signature";

/** AWS has a handful a year and region. */
const MAX_KEPT = 64;
/** Made-up URLs of the right form cost a request each; so many at a time, no more. */
const MAX_FETCHES = 8;

/** Rejects when the certificate is not to be had. */
export type GetCertificate = (url: string) => Promise<X509Certificate>;

/** Keeps certificates that could be parsed, oldest out first; those who wait for one URL share one fetch. */
export function openCertificates(fetchPem: (url: string) => Promise<string>): GetCertificate {
  const kept = new Map<string, X509Certificate>();
  const fetching = new Map<string, Promise<X509Certificate>>();

  async function fetchAndKeep(url: string): Promise<X509Certificate> {
    try {
      const certificate = parseCertificate(await fetchPem(url));
      for (const oldest of kept.keys()) {
        if (kept.size < MAX_KEPT) break;
        kept.delete(oldest);
      }
      kept.set(url, certificate);
      return certificate;
    } finally {
      fetching.delete(url);
    }
  }

  return async (url) => {
    const known = kept.get(url);
    if (known) return known;
    const underWay = fetching.get(url);
    if (underWay) return underWay;
    if (fetching.size >= MAX_FETCHES) throw new Error("Too many certificates are being fetched");
    const fetched = fetchAndKeep(url);
    fetching.set(url, fetched);
    return fetched;
  };
}
