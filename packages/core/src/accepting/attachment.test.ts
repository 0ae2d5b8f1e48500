import { describe, expect, test } from "@jest/globals";
import { type RawAttachment, readAttachments, withContent } from "./attachment";
import type { FieldError } from "../error";

const NAMES = {
  attachments: "attachments",
  filename: "filename",
  contentType: "content_type",
  contentId: "content_id",
  path: "path",
};
const content = new Uint8Array([1, 2, 3]);

function read(...files: Omit<RawAttachment, "content">[]) {
  const errors: FieldError[] = [];
  const attachments = readAttachments(
    files.map((file) => ({ content, ...file })),
    NAMES,
    errors,
  );
  return { attachments, errors: errors.map(({ field, code }) => `${field}: ${code}`) };
}

describe("readAttachments", () => {
  test("keeps what is given", () => {
    const file = { filename: "請求書.pdf", contentType: "application/x-own", contentId: "logo" };
    expect(read(file)).toEqual({ attachments: [{ ...file, content }], errors: [] });
  });

  test.each([
    ["invoice.PDF", "application/pdf"],
    ["a.b.png", "image/png"],
    ["unknown.xyz", "application/octet-stream"],
    ["no-extension", "application/octet-stream"],
    ["x.constructor", "application/octet-stream"],
  ])("guesses the type of %s as %s", (filename, contentType) => {
    expect(read({ filename }).attachments).toMatchObject([{ contentType }]);
  });

  test.each([
    [undefined, "attachment-1"],
    ["application/pdf", "attachment-1.pdf"],
    ["Image/PNG; name=x", "attachment-1.png"],
    ["application/x-own", "attachment-1"],
  ])("names a nameless file of type %s %s", (contentType, filename) => {
    expect(read({ ...(contentType && { contentType }) }).attachments).toMatchObject([{ filename }]);
  });

  test.each([
    "a.exe",
    "A.EXE",
    "a.pdf.js",
    "a.vbs.",
    "a.bat. .",
    ".cmd",
    "a.msh1xml",
    "a.xnk",
    "a.ps2xml",
    "a.vsmacros",
  ])("refuses %s, which SES does not carry", (filename) => {
    expect(read({ filename }).errors).toEqual(["attachments[0].filename: blocked_extension"]);
  });

  test.each(["exe", "a.exe.pdf", "a.json", "a.docx", "..."])("takes %s", (filename) => {
    expect(read({ filename }).errors).toEqual([]);
  });

  test("names the ending that cannot be sent", () => {
    const errors: FieldError[] = [];
    readAttachments([{ content, filename: "setup.EXE" }], NAMES, errors);
    expect(errors[0]?.message).toBe("Files ending in .exe cannot be sent.");
  });

  test.each(["a\r\nb.pdf", "a.pdf\n", "a\0.pdf", "a\t.pdf"])("refuses the file name %j", (filename) => {
    expect(read({ filename }).errors).toEqual(["attachments[0].filename: format"]);
  });

  test.each(["=?UTF-8?B?YQ==?=", "a =?utf-8?q?b?=.pdf"])("refuses the encoded file name %s", (filename) => {
    expect(read({ filename }).errors).toEqual(["attachments[0].filename: format"]);
  });

  test.each([
    [" a b.pdf ", "a b.pdf"],
    ["\u00a0\u3000ü.pdf\u2003", "ü.pdf"],
    ["  ", "attachment-1"],
    ["=?a", "=?a"],
  ])("names the file %j without white space at its ends", (filename, kept) => {
    expect(read({ filename }).attachments).toMatchObject([{ filename: kept }]);
  });

  test("takes a file name of 255 characters and none of 256", () => {
    expect(read({ filename: "a".repeat(255) }).errors).toEqual([]);
    expect(read({ filename: "a".repeat(256) }).errors).toEqual(["attachments[0].filename: too_long"]);
  });

  test.each(["text/calendar; method=REQUEST", 'text/plain; charset="utf-8"; format=flowed', "image/svg+xml"])(
    "takes the type %s",
    (contentType) => {
      expect(read({ contentType }).errors).toEqual([]);
    },
  );

  test.each([
    "pdf",
    "application/",
    "/pdf",
    "a/b/c",
    "a/b;",
    "a/b; c",
    "a/b\r\nX: y",
    "a/b\n",
    'a/b; c="d',
    "a/ü",
  ])("refuses the type %j", (contentType) => {
    expect(read({ contentType }).errors).toEqual(["attachments[0].content_type: format"]);
  });

  test("refuses a type that a file cannot have, and one that is too long", () => {
    expect(read({ contentType: "Multipart/mixed" }).errors).toEqual([
      "attachments[0].content_type: forbidden",
    ]);
    expect(read({ contentType: `a/${"b".repeat(253)}` }).errors).toEqual([]);
    expect(read({ contentType: `a/${"b".repeat(254)}` }).errors).toEqual([
      "attachments[0].content_type: too_long",
    ]);
  });

  test("judges a hostile type in no time", () => {
    const started = performance.now();
    read({ contentType: `a/b${'; c="d"'.repeat(36)}!` }, { contentType: `a/b${" ".repeat(250)}` });
    read({ filename: ". ".repeat(5_000_000) });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("takes a content id with or without its brackets, each once", () => {
    expect(read({ contentId: "<logo@x>" }).attachments).toMatchObject([{ contentId: "logo@x" }]);
    expect(read({ contentId: "a" }, { contentId: "<a>" }).errors).toEqual([
      "attachments[1].content_id: duplicate",
    ]);
  });

  test.each(["a b", "a>", "<a", "é", "a\r\n", "<>"])("refuses the content id %j", (contentId) => {
    expect(read({ contentId }).errors).toEqual(["attachments[0].content_id: format"]);
  });

  test("takes a content id of 128 characters and none of 129", () => {
    expect(read({ contentId: "a".repeat(128) }).errors).toEqual([]);
    expect(read({ contentId: "a".repeat(129) }).errors).toEqual(["attachments[0].content_id: too_long"]);
  });

  test("takes 495 files and no more", () => {
    const files = (n: number) => Array.from({ length: n }, () => ({ filename: "a.txt" }));
    expect(read(...files(495)).errors).toEqual([]);
    expect(read(...files(496)).errors).toEqual(["attachments: too_many"]);
  });
});

describe("a file that is named by its URL", () => {
  const fetched = { content, contentType: "image/png; q=1" };
  const complete = (file: Omit<RawAttachment, "content">, answer = fetched) =>
    read(file).attachments.map((attachment, i) => withContent(attachment, i, answer));

  test("is named by it, and typed by its name before its server's word", () => {
    expect(complete({ path: "https://x.example/a.pdf" })).toEqual([
      { filename: "a.pdf", contentType: "application/pdf", content },
    ]);
    expect(complete({ path: "https://x.example/a" })).toMatchObject([
      { filename: "a", contentType: "image/png; q=1" },
    ]);
    expect(complete({ path: "https://x.example/" })).toMatchObject([{ filename: "attachment-1.png" }]);
  });

  test("keeps the name and type that its caller gave", () => {
    const file = { filename: "b.txt", contentType: "application/octet-stream" };
    expect(complete({ ...file, path: "https://x.example/a.pdf" })).toEqual([{ ...file, content }]);
  });

  test("is not typed by what is no type of a file", () => {
    for (const contentType of ["multipart/mixed", "x", "text/html\r\nX: y"])
      expect(complete({ path: "https://x.example/a" }, { content, contentType })).toMatchObject([
        { contentType: "application/octet-stream" },
      ]);
  });

  test("cannot bring what SES refuses", () => {
    expect(read({ path: "https://x.example/a.exe" }).errors).toEqual([
      "attachments[0].path: blocked_extension",
    ]);
  });
});
