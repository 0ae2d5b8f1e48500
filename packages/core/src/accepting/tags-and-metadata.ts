import { wellFormed } from "@sendex/kit/text";
import type { FieldError } from "../error";
import { MAX_METADATA_BYTES, MAX_TAG_CHARACTERS, MAX_TAGS, type Tag } from "./message";

/** What a message carries for its sender alone. */

/** Of a tag's name and its value. */
export const TAG_PART = /^[\w-]+$/;

/** Every wrong tag; `field` is what the surface calls them. */
export function wrongTags(tags: Tag[], field: string): FieldError[] {
  if (tags.length > MAX_TAGS) {
    return [{ field, code: "too_many", message: `A message takes at most ${MAX_TAGS} tags.` }];
  }
  return tags.flatMap((tag, i) => [
    ...wrongTagPart(tag.name, `${field}[${i}].name`),
    ...wrongTagPart(tag.value, `${field}[${i}].value`),
  ]);
}

function wrongTagPart(part: string, field: string): FieldError[] {
  if (part.length > MAX_TAG_CHARACTERS) {
    return [{ field, code: "too_long", message: `${field} has at most ${MAX_TAG_CHARACTERS} characters.` }];
  }
  if (TAG_PART.test(part)) return [];
  return [
    { field, code: "format", message: `${field} must be ASCII letters, digits, underscores and hyphens.` },
  ];
}

/** Metadata is stored as jsonb, which takes neither NUL nor half a surrogate pair. */
export function wrongMetadata(metadata: Record<string, unknown>, field: string): FieldError[] {
  if (Object.keys(metadata).length === 0) return [];
  let storable = true;
  const json = JSON.stringify(metadata, (key, value: unknown) => {
    if (!isStorable(key) || (typeof value === "string" && !isStorable(value))) storable = false;
    return value;
  });
  if (new TextEncoder().encode(json).length > MAX_METADATA_BYTES) {
    return [
      { field, code: "too_long", message: `${field} has at most ${MAX_METADATA_BYTES} bytes as JSON.` },
    ];
  }
  if (storable) return [];
  return [{ field, code: "format", message: `${field} must be Unicode text without NUL characters.` }];
}

function isStorable(text: string): boolean {
  return !text.includes("\0") && wellFormed(text) === text;
}
