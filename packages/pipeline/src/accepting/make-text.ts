import { SendexError } from "@sendex/core/error";
import type { Draft } from "@sendex/core/accepting/message";
import { MAX_HTML_CHARACTERS, textOf } from "@sendex/render/html-text";
import type { Context } from "../context";

/** What is longer is read in the templates' thread: this takes a few milliseconds at most. */
const MAX_HERE_CHARACTERS = 4 * 1024;

/**
 * The draft with a text part made of its HTML where it has none; an empty text, which leaves it out, is taken away. A mail
 * goes without one where its HTML has no words, is too long or too deep, or while the thread has too much to do.
 */
export async function withText(context: Context, accountId: string, draft: Draft): Promise<Draft> {
  const { text, ...rest } = draft;
  if (text !== undefined) return text === "" ? rest : draft;
  if (draft.html === undefined || draft.html.length > MAX_HTML_CHARACTERS) return draft;
  const made =
    draft.html.length <= MAX_HERE_CHARACTERS
      ? textOf(draft.html)
      : await askThread(context, accountId, draft.html);
  return made === undefined ? draft : { ...draft, text: made };
}

async function askThread(context: Context, accountId: string, html: string): Promise<string | undefined> {
  try {
    const answer = await context.templates.ask(accountId, { kind: "text", html });
    return answer && "text" in answer ? answer.text : undefined;
  } catch (error) {
    if (!(error instanceof SendexError)) throw error;
    context.log.debug({ err: error, accountId }, "a mail goes without a text part");
    return undefined;
  }
}
