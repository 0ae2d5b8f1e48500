import https from "node:https";

/** Source: docs/security.md "SNS". */
const TIMEOUT_MS = 5000;
const MAX_BYTES = 16 * 1024;

export interface FetchOptions {
  timeoutMs?: number;
  /** A certificate authority to trust in place of the public ones. */
  ca?: string;
}

/** GETs a certificate over verified TLS, following no redirect. Rejects on anything but a whole, small 200. */
export function fetchCertificate(url: string, options: FetchOptions = {}): Promise<string> {
  const { timeoutMs = TIMEOUT_MS, ca } = options;
  return new Promise((resolve, reject) => {
    const request = https.get(url, { agent: false, ca, signal: AbortSignal.timeout(timeoutMs) });
    request.on("error", reject);
    request.on("response", (response) => {
      if (response.statusCode !== 200) {
        request.destroy();
        reject(new Error(`The certificate's host answered ${response.statusCode}`));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MAX_BYTES) request.destroy(new Error("The certificate is too large"));
      });
      response.on("error", reject);
      response.on("close", () => {
        if (response.complete && size <= MAX_BYTES) resolve(Buffer.concat(chunks).toString("utf8"));
        else reject(new Error("The certificate was cut off"));
      });
    });
  });
}
