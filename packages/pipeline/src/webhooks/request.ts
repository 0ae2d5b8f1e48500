import type { SentRequest } from "@sendex/data/webhooks/results";

/** The headers of a request to an endpoint. Source: docs/webhooks.md "Verifying signatures". */
export function requestHeaders(
  eventId: string,
  { signedAt, signature, bodySignature }: Omit<SentRequest, "url">,
  traceparent: string | null = null,
): Record<string, string> {
  const timestamp = String(Math.floor(signedAt.getTime() / 1000));
  return {
    "content-type": "application/json",
    "user-agent": "Sendex-Webhooks/1",
    "x-sendex-signature": bodySignature,
    "webhook-id": eventId,
    "webhook-timestamp": timestamp,
    "webhook-signature": signature,
    "svix-id": eventId,
    "svix-timestamp": timestamp,
    "svix-signature": signature,
    ...(traceparent !== null && { traceparent }),
  };
}
