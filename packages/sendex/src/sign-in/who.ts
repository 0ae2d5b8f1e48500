import { openSendex } from "@sendex/sdk/client";
import { SendexApiError } from "@sendex/sdk/errors";
import { type Connection, hintOf } from "../config/connection";

/** Whose key it is, and what it may do. */
export interface Who {
  api_url: string;
  key: string;
  /** `--api-key`, `SENDEX_API_KEY` or `sendex login`. */
  from: string;
  mode: "live" | "test";
  permission: "full" | "send_only";
  /** Only a full key may see it. */
  account: { id: string; email: string; name: string | null } | null;
}

/** @throws SendexApiError where the API does not know the key */
export async function askWho(connection: Connection): Promise<Who> {
  const { apiKey, apiUrl, mode, from } = connection;
  const known = { api_url: apiUrl, key: hintOf(connection), from, mode };
  try {
    const { id, email, name } = await openSendex({ apiKey, baseUrl: apiUrl }).account.get();
    return { ...known, permission: "full", account: { id, email, name } };
  } catch (error) {
    // It knows the key, and says that it only sends.
    if (error instanceof SendexApiError && error.error === "forbidden")
      return { ...known, permission: "send_only", account: null };
    throw error;
  }
}

export function whoAsText({ api_url, key, from, mode, permission, account }: Who): string {
  const may = permission === "full" ? "everything" : "sending alone";
  return [
    `api: ${api_url}`,
    `key: ${key} (from ${from})`,
    `mode: ${mode}${mode === "test" ? ", its mail ends in the sandbox" : ""}`,
    `may do: ${may}`,
    ...(account ? [`account: ${account.name ?? account.email} (${account.id})`] : []),
  ].join("\n");
}
