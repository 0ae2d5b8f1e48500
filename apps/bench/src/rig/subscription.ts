import type { Rig, Tenant } from "./rig";

/**
 * Registers an endpoint for all events of an account, so that deliveries are written for it. Resolves to what
 * removes it again.
 */
export async function subscribe(
  { apiPort }: Rig,
  { apiKey }: Tenant,
  endpoint: string,
): Promise<() => Promise<void>> {
  const url = `http://127.0.0.1:${apiPort}/api/v1/webhooks`;
  const headers = { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ endpoint }) });
  if (!answer.ok) throw new Error(`No endpoint was made: ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return async () => {
    await fetch(`${url}/${id}`, { method: "DELETE", headers });
  };
}
