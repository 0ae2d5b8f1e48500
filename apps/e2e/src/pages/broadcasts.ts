import type { Broadcast, Image } from "@sendex/sdk/generated/api";
import type { ApiClient } from "../api-client";
import { eventually } from "../eventually";
import type { Tenant } from "../stack";
import { make } from "./make";

/** What the showcase's account sends to a segment. */
export interface Broadcasts {
  broadcastDraft: string;
  /** A draft that is written with blocks. */
  broadcastBlocks: string;
  /** Was sent, opened and followed, and has bounced. */
  broadcastSent: string;
  broadcastPaused: string;
}

/** Those at the simulator come to different ends (docs/sandbox.md). */
const READERS = [
  { email: "success+clicked@simulator.amazonses.com", first_name: "Ida" },
  { email: "success+opened@simulator.amazonses.com", first_name: "Emmy" },
  { email: "bounce+news@simulator.amazonses.com", first_name: "Sofia" },
  { email: "barbara.liskov@example.com", first_name: "Barbara", last_name: "Liskov" },
  { email: "left@example.com", unsubscribed: true },
];

const HTML = `<!doctype html><html><body style="margin:0;padding:32px;font-family:Helvetica,Arial,sans-serif;background:#f4f4f7">
<div style="max-width:520px;margin:auto;padding:32px;background:#fff;border-radius:8px">
<h1 style="font-size:22px">What is new in March</h1>
<p style="line-height:1.6">Hello {{ first_name | default: "there" }}, three things have changed since we last wrote.</p>
<p><a href="https://acme.example/march">Read about them</a></p>
<p style="color:#595959;font-size:13px">You are on the plan {{ plan }}. <a href="{{{unsubscribe_url}}}">Unsubscribe</a></p>
</div></body></html>`;

/** A teal picture of 300 by 100 pixels. */
const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAASwAAABkAQMAAAAGz5+DAAAAA1BMVEUPdm5/SejIAAAAG0lEQVR42u3BgQAAAADDoPlT3+AEVQEAAADPAA88AAEzU3p5AAAAAElFTkSuQmCC";

/** Keeps it. → its address */
async function makeImage(client: ApiClient): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([Buffer.from(PICTURE, "base64")]), "Cup.png");
  const id = await make(client, "/api/v1/images", form);
  return (await client.call<Image>("GET", `/api/v1/images/${id}`)).body.url;
}

/** One of each kind. */
const blocksWith = (url: string) => ({
  items: [
    { type: "heading", level: 1, spans: [{ text: "What is new in May" }] },
    {
      type: "text",
      parts: [
        {
          type: "paragraph",
          spans: [
            { text: 'Hello {{ first_name | default: "there" }}, ' },
            { text: "three things", bold: true },
            { text: " have changed." },
          ],
        },
        { type: "list", items: [[{ text: "Tea" }], [{ text: "Cake", link: "https://acme.example/cake" }]] },
      ],
    },
    { type: "button", text: "Read about them", link: "https://acme.example/may", align: "center" },
    { type: "image", url, alt: "A cup of tea", width: 300 },
    { type: "divider" },
    {
      type: "columns",
      columns: [[{ type: "heading", level: 3, spans: [{ text: "Left" }] }], [{ type: "spacer", height: 24 }]],
    },
    {
      type: "footer",
      parts: [{ type: "paragraph", spans: [{ text: "You signed up for it." }] }],
      unsubscribe: "Unsubscribe",
    },
  ],
});

export async function makeBroadcasts({ client, domain }: Tenant): Promise<Broadcasts> {
  const segment = await make(client, "/api/v1/segments", { name: "Newsletter" });
  for (const reader of READERS)
    await make(client, "/api/v1/contacts", { ...reader, segments: [{ id: segment }] });
  const words = {
    ...{ segment_id: segment, from: `Acme <news@${domain}>`, html: HTML },
    ...{ subject: "What is new in March", preview_text: "Three things have changed." },
  };
  const [broadcastSent, broadcastPaused] = await Promise.all([
    make(client, "/api/v1/broadcasts", { ...words, name: "News of March", send: true }),
    make(client, "/api/v1/broadcasts", { ...words, name: "Survey", per_hour: 60, send: true }),
  ]);
  await untilBroadcast(client, broadcastPaused, ({ mails }) => mails > 0);
  await client.call("POST", `/api/v1/broadcasts/${broadcastPaused}/pause`);
  await untilBroadcast(
    client,
    broadcastSent,
    ({ state, results }) => state === "sent" && results.unique_clicked > 0 && results.bounced_permanent > 0,
  );
  const broadcastDraft = await make(client, "/api/v1/broadcasts", { ...words, name: "News of April" });
  const { html: _, ...others } = words;
  const blocks = { ...others, name: "News of May", blocks: blocksWith(await makeImage(client)) };
  const broadcastBlocks = await make(client, "/api/v1/broadcasts", blocks);
  return { broadcastDraft, broadcastBlocks, broadcastSent, broadcastPaused };
}

/** Waits until the API says so of a broadcast. */
export async function untilBroadcast(
  client: ApiClient,
  id: string,
  is: (broadcast: Broadcast) => boolean,
): Promise<void> {
  await eventually(async () => {
    const { body } = await client.call<Broadcast>("GET", `/api/v1/broadcasts/${id}`);
    if (!is(body)) throw new Error(`it is ${body.state} with ${JSON.stringify(body.results)}`);
  });
}
