import { wellFormed } from "@sendex/kit/text";
import fc from "fast-check";
import type { Person } from "./readers/read-mail";

/** A mail to be sent, in the words of no surface. */
export interface GivenMail {
  from: string;
  to: Person[];
  cc: Person[];
  bcc: Person[];
  replyTo: Person[];
  subject: string;
  text: string;
  html: string | undefined;
  /** Unstructured ones, and List-Id. */
  headers: Record<string, string>;
  files: GivenFile[];
  tags: { name: string; value: string }[];
}

export interface GivenFile {
  filename: string;
  content_type: string;
  content_id?: string;
  /** base64 */
  content: string;
}

const pieces = fc.constantFrom(
  ...[
    "word ",
    " ",
    "  ",
    "\u00a0",
    "=",
    "=?",
    "?=",
    "=?UTF-8?B?YQ==?=",
    "=?utf-8?q?a_b?=",
    '"',
    "\\",
    "'",
    "(",
    ")",
  ],
  ...[
    "<",
    ">",
    ",",
    ";",
    ":",
    "@",
    "%41",
    "*",
    "_",
    ".",
    "a@b.example",
    "Grüße",
    "e\u0301",
    "\u200d",
    "👩‍👩‍👧",
    "🎉",
  ],
  ...["שלום", "\u202e", "مرحبا", "株式会社", "\ud83d", "\udc00", "\u00ad", "𝒳", "a\uFEFFb"],
);
const characters = fc.oneof(
  { weight: 4, arbitrary: pieces },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
);

/** One line of any script; now and then with what no header may hold. */
function line(most: number): fc.Arbitrary<string> {
  const control = fc.constantFrom("\t", "\r\n", "\u0000", "\u0085", "\u2028");
  const short = fc.array(fc.oneof({ weight: 150, arbitrary: characters }, control), { maxLength: 12 });
  const long = fc
    .tuple(fc.constantFrom("w", "ü", "🎉", "w "), fc.nat(most))
    .map(([one, n]) => [one.repeat(n)]);
  return fc.oneof({ weight: 6, arbitrary: short }, long).map((parts) => parts.join("").slice(0, most));
}

const local = fc.stringMatching(/^[a-z0-9]([a-z0-9+_-]{0,10}[a-z0-9])?$/);
const host = fc.constantFrom(
  "inbox.example",
  "bücher.example",
  "XN--bcher-kva.example",
  "株式会社.example",
  "Two.Example",
);
const person = fc.record({
  name: line(60),
  address: fc.tuple(local, host).map(([name, domain]) => `${name}@${domain}`),
});
const people = fc.uniqueArray(person, { maxLength: 2, selector: ({ address }) => address.split("@")[0] });

const body = fc
  .array(
    fc.oneof(
      characters,
      fc.constantFrom("\n", "\r\n", "\r", "\t", ".", "\n.\n", "From ", "w".repeat(1_200), "\u0007"),
    ),
    {
      maxLength: 20,
    },
  )
  .map((parts) => parts.join(""));

/** ASCII goes out as it was given, so a parser decodes the encoded words that a customer wrote. */
function headerValue(most: number): fc.Arbitrary<string> {
  return line(most).map((text) => text.replaceAll("=?", "="));
}

/** `words <id>`, where the words are no quoted string nor comment. */
const listId = fc
  .array(fc.constantFrom("Neues", "für", "株式会社", "🎉", "news"), { minLength: 1, maxLength: 6 })
  .map((words) => `${words.join(" ")} <news.shop.example>`);
const headers = fc.record(
  { "X-Order": headerValue(900), Comments: headerValue(300), "List-Id": listId },
  { requiredKeys: [] },
);

const file = fc.record(
  {
    filename: line(80),
    content_type: fc.constantFrom(
      ...[
        "image/png",
        "text/csv; charset=utf-8",
        'text/plain; format="flowed"',
        "application/x-own",
        "TEXT/HTML",
      ],
    ),
    content_id: fc.stringMatching(/^[a-z0-9@.]{1,12}$/),
    content: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString("base64")),
  },
  { requiredKeys: ["filename", "content_type", "content"] },
);

export const mails: fc.Arbitrary<GivenMail> = fc.record({
  from: line(60),
  to: fc.uniqueArray(person, {
    minLength: 1,
    maxLength: 2,
    selector: ({ address }) => address.split("@")[0],
  }),
  cc: people,
  bcc: people,
  replyTo: people,
  subject: line(400).map((text) => `${text}.`),
  text: body.map((text) => `${text}.`),
  html: fc.option(
    body.map((text) => `<p>${text}</p>`),
    { nil: undefined },
  ),
  headers,
  files: fc.uniqueArray(file, { maxLength: 2, selector: ({ content_id, content }) => content_id ?? content }),
  tags: fc.array(fc.record({ name: fc.constantFrom("a", "b_1"), value: fc.constantFrom("x", "y-2") }), {
    maxLength: 1,
  }),
});

/** One line as accept keeps it: halves of surrogate pairs mended, white space at its ends gone. */
export function kept(text: string): string {
  return wellFormed(text).trim();
}
