import { readFile, stat } from "node:fs/promises";
import { createSecureContext } from "node:tls";
import { selfSigned } from "./self-signed";
import type { Log } from "@sendex/core/ports";

export interface Certificate {
  cert: Buffer;
  key: Buffer;
}

export interface CertificateFiles {
  certFile: string;
  keyFile: string;
}

const LOOK_MS = 30_000;

/** @throws Error where a file cannot be read, or the two are not a certificate and its key */
export async function readCertificate({ certFile, keyFile }: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(certFile), readFile(keyFile)]);
  createSecureContext({ cert, key });
  return { cert, key };
}

/** One of our own making for a host, which no client trusts by itself: so that what is said is at least not in clear. */
export function ownCertificate(host: string, now: Date): Certificate {
  const { key, certificate } = selfSigned("Sendex", now.getTime(), [
    ...new Set([host, "localhost", "127.0.0.1"]),
  ]);
  return { cert: Buffer.from(certificate), key: Buffer.from(key) };
}

/** Hands over the certificate whenever its files have changed to another that works, until stopped. */
export function watchCertificate(
  files: CertificateFiles,
  log: Log,
  changed: (certificate: Certificate) => void,
  everyMs = LOOK_MS,
): { stop(): void } {
  let seen: string | undefined;
  async function look(): Promise<void> {
    const times = await Promise.all(
      [files.certFile, files.keyFile].map(async (file) => (await stat(file)).mtimeMs),
    );
    const now = times.join();
    if (seen !== undefined && now !== seen) {
      changed(await readCertificate(files));
      log.info({ certFile: files.certFile }, "the certificate was read anew");
    }
    seen = now;
  }
  const tick = (): void =>
    void look().catch((error: unknown) =>
      // Perhaps half of a change: the next look sees the rest.
      log.warn({ err: error, ...files }, "the certificate cannot be read; the one before stays"),
    );
  tick();
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
