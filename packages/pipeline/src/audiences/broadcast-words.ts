import type { Caller } from "@sendex/core/access";
import { withPlainFallbacks } from "@sendex/core/audiences/broadcast";
import { type FieldError, invalidFields } from "@sendex/core/error";
import { knownBroadcasts } from "@sendex/data/audiences/broadcast-states";
import type { BroadcastWords } from "@sendex/data/audiences/broadcasts";
import { findSegment } from "@sendex/data/audiences/segments";
import { findTopic } from "@sendex/data/audiences/topics";
import type { Context } from "../context";
import { htmlOfBlocks } from "../templates/prepare";
import { sourceOf } from "./broadcast-mail";

/** What a broadcast says, and whether it may. */

/** What a call says of a broadcast; what is absent stays, or is none. */
export type BroadcastWish = Partial<BroadcastWords>;

/** Of a draft of which nothing was said. */
export const EMPTY: BroadcastWords = {
  ...{ name: "", segmentId: null, topicId: null, from: null, replyTo: [], subject: null },
  ...{ previewText: null, html: null, blocks: null, text: null, perHour: null },
  ...{ subjectTest: null, notReachedBy: [] },
};

/** Of HTML and blocks a new one takes the other's place; blocks that are given up leave the HTML that was made of them. */
export function withHtml(wish: BroadcastWish): BroadcastWish {
  if (wish.blocks) return { ...wish, html: htmlOfBlocks(wish.blocks) };
  return wish.html === undefined ? wish : { ...wish, blocks: null };
}

/**
 * What it names must be there, and its Liquid must be Liquid.
 * @param before broadcasts that it named before
 * @throws SendexError bad_request with fields
 */
export async function checkWords(
  context: Context,
  caller: Caller,
  words: BroadcastWords,
  before: readonly string[] = [],
): Promise<void> {
  const { segmentId, topicId, notReachedBy } = words;
  const errors: FieldError[] = [];
  if (segmentId !== null && !(await findSegment(context.data, caller, segmentId)))
    errors.push(unknown("segment_id", "segment"));
  if (topicId !== null && !(await findTopic(context.data, caller.accountId, topicId)))
    errors.push(unknown("topic_id", "topic"));
  const known = await knownBroadcasts(context.data, caller, notReachedBy);
  // One that was removed since may stay: whom it reached is known all the same.
  const isKnown = (id: string) => known.has(id) || before.includes(id);
  errors.push(
    ...notReachedBy.flatMap((id, i) => (isKnown(id) ? [] : [unknown(`not_reached_by[${i}]`, "broadcast")])),
  );
  const source = sourceOf(words);
  errors.push(...(await wrongLiquid(context, caller, source, words.blocks ? "blocks" : "html")));
  if (words.subjectTest) {
    const other = {
      ...source,
      subject: withPlainFallbacks(words.subjectTest.subject),
      html: null,
      text: null,
    };
    const wrong = await wrongLiquid(context, caller, other, "html");
    errors.push(...wrong.map((error) => ({ ...error, field: "subject_test.subject" })));
  }
  if (errors.length > 0) throw invalidFields(errors);
}

async function wrongLiquid(
  { templates }: Context,
  { accountId }: Caller,
  source: ReturnType<typeof sourceOf>,
  /** What its HTML is written as. */
  written: "html" | "blocks",
): Promise<FieldError[]> {
  const answer = await templates.ask(accountId, { kind: "check", source });
  if (!answer) return [{ field: written, code: "limit", message: "It takes too long to be read." }];
  if (!("failure" in answer) || answer.failure.kind === "missing") return [];
  const { part, message } = answer.failure;
  const field = part === "html" ? written : part;
  return [{ field, code: "format", message: `${field} is not valid Liquid: ${message}` }];
}

function unknown(field: string, what: string): FieldError {
  return { field, code: "unknown", message: `${field} is the id of no ${what} of the account.` };
}

/** Without what became of it. */
export function wordsOf(row: BroadcastWords): BroadcastWords {
  const { name, segmentId, topicId, from, replyTo, subject, previewText } = row;
  const { html, blocks, text, perHour, subjectTest, notReachedBy } = row;
  return {
    ...{ name, segmentId, topicId, from, replyTo, subject, previewText },
    ...{ html, blocks, text, perHour, subjectTest, notReachedBy },
  };
}
