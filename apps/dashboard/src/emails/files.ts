import type { NewAttachment } from "@sendex/sdk/generated/api";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { download } from "../api/download";

/** A message's files as they are posted with a new one. */
export async function readFiles({ client }: Api, id: string): Promise<NewAttachment[]> {
  const params = { path: { id }, query: { limit: 100 } };
  const { data } = await answered(client.GET("/api/v1/emails/{id}/attachments", { params }));
  return Promise.all(
    data.map(async ({ filename, content_type, content_id, download_url }) => ({
      filename,
      content_type,
      content: base64(await download(download_url)),
      ...(content_id !== null && { content_id }),
    })),
  );
}

const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
