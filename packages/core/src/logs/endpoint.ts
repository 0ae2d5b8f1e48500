/** An id of ours, the alias of a template, a version: what does not name a person, and is no key. */
const HARMLESS = /^(?:[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{27}|[a-z][a-z-]{0,31}|v?\d{1,6})$/;
const MOST_CHARACTERS = 256;

/**
 * Which path was called, as the request log keeps it: without its query, and with `:id` in the place of what may name a
 * person, such as `/api/v1/suppressions/:id`.
 * @param route the pattern that took the path; `unknown` where none did
 */
export function endpointOf(route: string, path: string): string {
  const patterns = route.split("/");
  const segments = path.split("/", MOST_CHARACTERS).map((segment, n) => {
    const pattern = route === "unknown" ? ":unknown" : (patterns[n] ?? ":unknown");
    return pattern.startsWith(":") && segment !== "" && !HARMLESS.test(segment) ? pattern : segment;
  });
  return segments.join("/").slice(0, MOST_CHARACTERS);
}
