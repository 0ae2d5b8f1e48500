import fc from "fast-check";

const SURROGATES = 0x800;
const FIRST_SURROGATE = 0xd800;
const LAST = 0x10ffff;

/**
 * Any character of Unicode. fast-check's own unit `binary` writes down all 1.1 million of them for each arbitrary that
 * uses it, which takes a second.
 */
const character = fc.integer({ min: 0, max: LAST - SURROGATES }).map(
  (n) => String.fromCodePoint(n < FIRST_SURROGATE ? n : n + SURROGATES),
  (text) => ordinalOf(text),
);

function ordinalOf(text: unknown): number {
  const code = typeof text === "string" ? text.codePointAt(0) : undefined;
  if (code === undefined || text !== String.fromCodePoint(code)) throw new Error("not one character");
  if (code < FIRST_SURROGATE) return code;
  if (code < FIRST_SURROGATE + SURROGATES) throw new Error("half a character");
  return code - SURROGATES;
}

/** Any text, of all of Unicode but unpaired surrogates. */
export function anyText(limits: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ ...limits, unit: character });
}

/** An http or https URL, with anything that may stand in its path, query and fragment. */
export function anyUrl(): fc.Arbitrary<string> {
  const part = fc
    .oneof(fc.string({ unit: fc.constantFrom(..."aZ0-._~!$&'()*+,;=:@") }), anyText())
    .map(encodeURI);
  const tail = (mark: string) =>
    fc.option(part, { nil: undefined }).map((text) => (text === undefined ? "" : mark + text));
  return fc
    .tuple(
      fc.constantFrom("http", "https"),
      fc.webAuthority({ withPort: true }),
      fc.array(part.map((text) => text.replace(/[?#/]/g, ""))),
      tail("?"),
      tail("#"),
    )
    .map(
      ([scheme, host, path, query, fragment]) =>
        `${scheme}://${host}/${path.join("/")}${query.replace(/#/g, "")}${fragment}`,
    );
}
