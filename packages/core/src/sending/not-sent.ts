/** Reasons why an attempt ended before SES was called, beside those of a slow worker. */

/** The message's content has been erased: it fails. */
export const CONTENT_GONE = "content_gone";
/** No mail can be made of the message, now or later: it fails. */
export const NOT_COMPOSABLE = "not_composable";
/** The content could not be read this time: it is tried again. */
export const COMPOSE_FAILED = "compose_failed";

const CODES = new Set<string | undefined>([CONTENT_GONE, NOT_COMPOSABLE, COMPOSE_FAILED]);

/** Whether an attempt with this code ended before SES was called. */
export function isBeforeSes(code: string | undefined): boolean {
  return CODES.has(code);
}
