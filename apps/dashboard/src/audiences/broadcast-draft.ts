import type { Broadcast, paths } from "@sendex/sdk/generated/api";
import { asBlocks } from "../ui/writing/blocks/as-blocks";
import type { Blocks } from "../ui/writing/blocks/model";

type Patch = NonNullable<paths["/api/v1/broadcasts/{id}"]["patch"]["requestBody"]>["content"];
export type BroadcastChange = Patch["application/json"];

/**
 * A broadcast as it is written: texts are empty where there is nothing. `text` null is made of the HTML, and an empty one
 * means mail without a text part; `per_hour` null is as fast as mail goes.
 */
export interface BroadcastDraft {
  name: string;
  segment_id: string | null;
  topic_id: string | null;
  from: string;
  reply_to: string[];
  subject: string;
  preview_text: string;
  html: string;
  /** What the HTML is made of; null: it is written itself. */
  blocks: Blocks | null;
  text: string | null;
  per_hour: number | null;
  subject_test: SubjectTest | null;
  not_reached_by: string[];
}

/** A second subject, tried against the first. */
export type SubjectTest = NonNullable<BroadcastChange["subject_test"]>;

/** As the API has it where nothing else is said. */
export const NEW_TEST: SubjectTest = { subject: "", percent: 20, hours: 4, by: "opened" };

export function draftOf(broadcast: Broadcast): BroadcastDraft {
  const { name, segment_id, topic_id, from, reply_to, subject, preview_text, html, blocks, text, per_hour } =
    broadcast;
  return {
    ...{ name, segment_id, topic_id, text, per_hour, not_reached_by: broadcast.not_reached_by },
    from: from ?? "",
    reply_to: reply_to ?? [],
    subject: subject ?? "",
    preview_text: preview_text ?? "",
    html: html ?? "",
    subject_test: broadcast.subject_test && testOf(broadcast.subject_test),
    blocks: blocks && asBlocks(blocks),
  };
}

/** What of it is written, without what became of it. */
function testOf({ subject, percent, hours, by }: SubjectTest): SubjectTest {
  return { subject, percent, hours, by };
}

/** What was changed and differs from what is stored. Where only some of it was stored, what was not is left. */
export function realChanges(
  stored: Partial<BroadcastDraft>,
  changes: Partial<BroadcastDraft>,
): Partial<BroadcastDraft> {
  const before = new Map<string, unknown>(Object.entries(stored));
  const moved = Object.entries(changes).filter(([field, value]) => !isSame(value, before.get(field)));
  return Object.fromEntries(moved);
}

/** As the API takes it: what is empty is nothing, but for a name and a subject, which it says itself. */
export function bodyOf(changes: Partial<BroadcastDraft>): BroadcastChange {
  const { from, reply_to, preview_text, html, blocks, ...others } = changes;
  return {
    ...others,
    ...(from !== undefined && { from: from || null }),
    ...(reply_to !== undefined && { reply_to: reply_to.length > 0 ? reply_to : null }),
    ...(preview_text !== undefined && { preview_text: preview_text || null }),
    // Each takes the other's place; given together they are refused.
    ...(blocks ? { blocks: { ...blocks } } : html !== undefined && { html: html || null }),
    ...(blocks === null && { blocks }),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A mail to begin with: with a name to greet by, and the way out. */
export const STARTER = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
  </head>
  <body style="margin:0;padding:32px;font-family:system-ui,sans-serif;color:#1c1b19;background:#ffffff">
    <p>Hello {{ first_name | default: "there" }},</p>
    <p></p>
    <p style="color:#595959;font-size:13px"><a href="{{{unsubscribe_url}}}">Unsubscribe</a></p>
  </body>
</html>
`;
