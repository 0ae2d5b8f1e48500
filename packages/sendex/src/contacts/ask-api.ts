import { SendexApiError, SendexConnectionError } from "@sendex/sdk/errors";
import type { Connection } from "../config/connection";

/**
 * The API itself, for forms and for headers of answers, which the client has none of. It is asked once.
 * @throws SendexApiError on a refusal, SendexConnectionError without an answer
 */
export async function askApi(
  { apiKey, apiUrl }: Connection,
  path: string,
  form?: FormData,
): Promise<Response> {
  const asked = { headers: { authorization: `Bearer ${apiKey}` }, redirect: "error" as const };
  const response = await fetch(
    `${apiUrl}${path}`,
    form ? { ...asked, method: "POST", body: form } : asked,
  ).catch((cause: unknown) => {
    throw new SendexConnectionError(`${apiUrl} does not answer`, { cause });
  });
  if (response.ok) return response;
  throw new SendexApiError(response.status, response.headers, await response.json().catch(() => undefined));
}
