import type { ApiClient } from "../api-client";
import { eventually } from "../eventually";

/** Makes something by the API. A busy machine answers 503, and is asked again, as a client does. → its id */
export function make(client: ApiClient, path: string, body: object): Promise<string> {
  return eventually(async () => {
    const made = await client.call<{ id: string }>("POST", path, body);
    if (made.status >= 300) throw new Error(`${path} answered ${made.status}: ${made.text}`);
    return made.body.id;
  });
}
