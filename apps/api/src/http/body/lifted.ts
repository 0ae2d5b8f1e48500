import { randomUUID } from "node:crypto";
import { decodeBase64At } from "./base64";
import { type ByteArraySpan, readByteArray } from "./byte-array";

/**
 * What may be a file is cut out of JSON text before it is parsed, and read straight from the text's bytes: as a string
 * or an array it would be in memory three times over. A short mark stands in its place until it is known what it is.
 */

/** Where such a value stands in JSON text, its quotes or brackets included. */
export type LiftedSpan = ({ kind: "bytes" } & ByteArraySpan) | { kind: "base64"; start: number; end: number };

/** No caller can write it. */
const MARK = `\u0000${randomUUID()} `;

/** What stands in the parsed text where the `n`-th was lifted out. */
export function markOf(n: number): string {
  return `${MARK}${n}`;
}

/** The ordinal that a mark names; undefined for anything else. */
export function markedBy(value: unknown): number | undefined {
  return typeof value === "string" && value.startsWith(MARK) ? Number(value.slice(MARK.length)) : undefined;
}

/** The text with a mark where each of these was. */
export function withMarks(text: Buffer, spans: readonly LiftedSpan[]): string {
  let short = "";
  let from = 0;
  spans.forEach(({ start, end }, n) => {
    short += text.toString("utf8", from, start) + JSON.stringify(markOf(n));
    from = end;
  });
  return short + text.toString("utf8", from);
}

/** The file's bytes; undefined where it is no base64. */
export function readLifted(text: Uint8Array, span: LiftedSpan): Uint8Array | undefined {
  return span.kind === "bytes"
    ? readByteArray(text, span)
    : decodeBase64At(text, span.start + 1, span.end - 1);
}

/**
 * Puts strings back that turned out to be no files. Arrays of bytes stay marked: they are too long for anything else.
 * @throws SyntaxError where one is not JSON
 */
export function restoreStrings(value: unknown, text: Buffer, spans: readonly LiftedSpan[]): unknown {
  const span = spans[markedBy(value) ?? -1];
  if (span) return span.kind === "base64" ? JSON.parse(text.toString("utf8", span.start, span.end)) : value;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const fields = value as Record<string, unknown>;
  for (const [key, field] of Object.entries(fields)) fields[key] = restoreStrings(field, text, spans);
  return value;
}
