const TIMEOUT_MS = 5_000;

/**
 * Makes a domain a verified identity of the sandbox, as SES does once its DNS records are found.
 * @throws Error where the sandbox does not answer or refuses
 */
export async function verifyAtSandbox(sandboxUrl: string, domain: string): Promise<void> {
  const response = await fetch(new URL("/_sandbox/domains", sandboxUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ domain }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The sandbox refused the domain ${domain}: ${response.status}.`);
}
