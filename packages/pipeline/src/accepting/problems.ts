import { ERRORS, type ErrorSlug, type FieldError, SendexError } from "@sendex/core/error";
import type { ItemError } from "@sendex/wire/messages/accepted";

/** What is wrong with one item of a call; the fields of the error are named from within the item. */
export interface Problem {
  /** The item's place in the request. */
  index: number;
  error: SendexError;
}

/** The refusal of a whole batch: every problem of every item, in the words of the check that comes first in the order of the checks. */
export function refusalOf(problems: Problem[]): SendexError | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const { error, index } = first;
  const message = error.slug === "bad_request" ? error.message : `[${index}]: ${error.message}`;
  const fields = inOrder(problems).flatMap((problem) => fieldsOf(problem));
  return new SendexError(error.slug, message, { name: error.sdkName, fields });
}

/** What a permissive batch lists of the items that it leaves out: one entry an item, with all that is wrong with it. */
export function itemErrors(problems: Problem[]): ItemError[] {
  const byIndex = new Map<number, ItemError>();
  for (const problem of inOrder(problems)) {
    const { index, error } = problem;
    const known = byIndex.get(index) ?? { index, message: error.message, errors: [] };
    byIndex.set(index, { ...known, errors: [...known.errors, ...fieldsOf(problem)] });
  }
  return [...byIndex.values()];
}

/** Those without a problem. */
export function withoutProblems<T extends { index: number }>(items: T[], problems: Problem[]): T[] {
  const wrong = new Set(problems.map(({ index }) => index));
  return items.filter(({ index }) => !wrong.has(index));
}

/** By item; of one item in the order of the checks. */
function inOrder(problems: Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.index - b.index);
}

/** As the caller of a batch names them: `[1].to`. A problem without a field is the item's own. */
function fieldsOf({ index, error }: Problem): FieldError[] {
  const own = { field: "", code: codeOf(error.slug), message: error.message };
  const fields = error.fields.length > 0 ? error.fields : [own];
  return fields.map((wrong) => ({
    ...wrong,
    field: wrong.field === "" ? `[${index}]` : `[${index}].${wrong.field}`,
  }));
}

function codeOf(slug: ErrorSlug): string {
  return ERRORS[slug].status === 413 ? "too_large" : slug;
}
