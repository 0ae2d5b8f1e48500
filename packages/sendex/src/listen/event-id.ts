/** As `packages/crypto/src/token.ts` makes ids: Crockford's base32, of whose characters the first 10 are milliseconds. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_CHARACTERS = 10;
const EVENT_ID = /^evt_[0-9a-hjkmnp-tv-z]{27}$/;

export function isEventId(text: string): boolean {
  return EVENT_ID.test(text);
}

/** When the event was made, in milliseconds since the epoch. */
export function eventTime(id: string): number {
  const start = id.indexOf("_") + 1;
  let ms = 0;
  for (const character of id.slice(start, start + TIME_CHARACTERS)) ms = ms * 32 + DIGITS.indexOf(character);
  return ms;
}
