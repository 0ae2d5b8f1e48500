import { sampleReader, valuesOf } from "@sendex/core/audiences/broadcast";
import type { ContactProperty } from "@sendex/core/audiences/contact";
import type { MailLook, MissingValues } from "@sendex/core/audiences/mail-checks";
import type { BroadcastRow } from "@sendex/data/audiences/broadcasts";
import { allProperties } from "@sendex/data/audiences/properties";
import { lookAt } from "@sendex/render/look";
import type { Context } from "../context";
import { sourceOf } from "./broadcast-mail";

/** Stands for a property's text: where a link is made of it, it is a whole address. */
const ANY_TEXT = "https://value.example";

/** What a reader would see of a broadcast, and what it says of its reader that may not be there. */
export async function seeBroadcast(
  context: Context,
  broadcast: BroadcastRow,
): Promise<{ look: MailLook; missing: MissingValues }> {
  const properties = await allProperties(context.data, broadcast.accountId);
  const [known, unknown] = await Promise.all([
    preview(context, broadcast, valuesOf(filledReader(properties), properties)),
    preview(context, broadcast, barest(properties)),
  ]);
  const names = (missing: readonly { path: string }[]) => missing.map(({ path }) => path);
  const never = names(known?.missing ?? []);
  return {
    look: lookAt(known?.rendered.html ?? ""),
    missing: {
      unknown: never,
      empty: names(unknown?.missing ?? []).filter((path) => !never.includes(path)),
    },
  };
}

async function preview(context: Context, broadcast: BroadcastRow, values: Record<string, unknown>) {
  const source = sourceOf(broadcast);
  const answer = await context.templates.ask(broadcast.accountId, { kind: "preview", source, values });
  return answer && "previewed" in answer ? answer.previewed : undefined;
}

function filledReader(properties: readonly ContactProperty[]) {
  const reader = sampleReader(properties);
  const texts = properties.filter(({ fallback, type }) => fallback === null && type === "string");
  return {
    ...reader,
    properties: { ...reader.properties, ...Object.fromEntries(texts.map(({ key }) => [key, ANY_TEXT])) },
  };
}

/** Of somebody of whom only the address is known: what has no fallback is missing, and not an empty text as in a mail. */
function barest(properties: readonly ContactProperty[]): Record<string, unknown> {
  const fallbacks = properties.flatMap(({ key, fallback }) => (fallback === null ? [] : [[key, fallback]]));
  const { address: email } = sampleReader([]);
  const own = { ...(Object.fromEntries(fallbacks) as object), email };
  return { ...own, EMAIL: email, contact: own };
}
