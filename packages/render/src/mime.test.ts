import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import PostalMime from "postal-mime";
import type { Mail } from "./mail";
import { MAX_QUOTED_CHARACTERS, compose } from "./mime";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);

function mail(over: Partial<Mail> = {}): Mail {
  return {
    from: { address: "hi@acme.example", name: "Acme" },
    to: [{ address: "kim@example.com" }],
    cc: [],
    replyTo: [],
    subject: "Hello",
    text: "Hi Kim",
    headers: {},
    attachments: [],
    messageId: "<msg_1@acme.example>",
    date: new Date("2026-03-05T12:00:00.000Z"),
    ...over,
  };
}

async function raw(over: Partial<Mail> = {}): Promise<string> {
  return Buffer.from(await compose(mail(over))).toString("latin1");
}

async function parsed(over: Partial<Mail> = {}) {
  return PostalMime.parse(await compose(mail(over)));
}

/** The content types of a mail's parts, in order of appearance. */
function types(source: string): string[] {
  return [...source.matchAll(/^Content-Type: ([\w./-]+)/gm)].map((match) => String(match[1]));
}

describe("structure", () => {
  test("text alone is one plain part", async () => {
    expect(types(await raw())).toEqual(["text/plain"]);
    expect((await parsed()).text?.trim()).toBe("Hi Kim");
  });

  test("html alone is one html part", async () => {
    expect(types(await raw({ text: undefined, html: "<p>Hi</p>" }))).toEqual(["text/html"]);
  });

  test("both are alternatives, the richer one last", async () => {
    const source = await raw({ html: "<p>Hi</p>" });
    expect(types(source)).toEqual(["multipart/alternative", "text/plain", "text/html"]);
  });

  test("neither is still a mail", async () => {
    expect(types(await raw({ text: undefined }))).toEqual(["text/plain"]);
  });

  test("attachments stand beside the alternatives, with their bytes and names", async () => {
    const attachments = [
      { filename: "a.png", content: PNG, contentType: "image/png" },
      {
        filename: 'Übersicht "neu".csv',
        content: new TextEncoder().encode("ä;b\n"),
        contentType: "text/csv",
      },
    ];
    const over = { html: "<p>Hi</p>", attachments };
    expect(types(await raw(over))).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain",
      "text/html",
      "image/png",
      "text/csv",
    ]);
    const seen = (await parsed(over)).attachments;
    expect(seen.map(({ filename, disposition }) => [filename, disposition])).toEqual([
      ["a.png", "attachment"],
      ['Übersicht "neu".csv', "attachment"],
    ]);
    expect(seen.map(({ content }) => bytesOf(content))).toEqual(
      attachments.map(({ content }) => [...content]),
    );
  });

  test("inline parts stand beside the html that names them", async () => {
    const logo = { filename: "logo.png", content: PNG, contentType: "image/png", contentId: "logo" };
    const over = { html: '<img src="cid:logo">', attachments: [logo] };
    expect(types(await raw(over))).toEqual([
      "multipart/alternative",
      "text/plain",
      "multipart/related",
      "text/html",
      "image/png",
    ]);
    const [seen] = (await parsed(over)).attachments;
    expect(seen).toMatchObject({ contentId: "<logo>", disposition: "inline", related: true });
  });

  test("a text with a content id is a file all the same, not one of the bodies", async () => {
    const note = { filename: "n.txt", content: PNG, contentType: "Text/plain", contentId: "note" };
    const seen = await parsed({ html: "<p>Hi</p>", attachments: [note] });
    expect(seen.attachments).toMatchObject([{ contentId: "<note>", disposition: "attachment" }]);
    expect(seen.text?.trim()).toBe("Hi Kim");
  });

  test("a view into a larger buffer is attached alone", async () => {
    const view = new Uint8Array(PNG.buffer, 1, 3);
    const over = { attachments: [{ filename: "v", content: view, contentType: "image/png" }] };
    const [seen] = (await parsed(over)).attachments;
    expect(bytesOf(seen?.content)).toEqual([0x50, 0x4e, 0x47]);
  });

  test.each(["message/rfc822", "multipart/mixed; boundary=x"])(
    "an attachment that calls itself %s is carried as plain bytes",
    async (contentType) => {
      const content = new TextEncoder().encode("Subject: inner\r\n\r\n--x\r\n");
      const source = await raw({ attachments: [{ filename: "m.eml", content, contentType }] });
      expect(types(source)).toEqual(["multipart/mixed", "text/plain", "application/octet-stream"]);
    },
  );
});

describe("headers", () => {
  test("are the ones given, once each, and no Bcc or X-Mailer", async () => {
    const over = {
      cc: [{ address: "c@example.com", name: "Cee" }],
      replyTo: [{ address: "r@acme.example" }],
      headers: { "X-Order": "7", key: "k", value: "v" },
    };
    const head = (await raw(over)).split("\r\n\r\n")[0]?.split("\r\n") ?? [];
    expect(head.sort()).toEqual(
      [
        "Cc: Cee <c@example.com>",
        "Content-Transfer-Encoding: 7bit",
        "Content-Type: text/plain; charset=utf-8",
        "Date: Thu, 05 Mar 2026 12:00:00 +0000",
        "From: Acme <hi@acme.example>",
        "key: k",
        "MIME-Version: 1.0",
        "Message-ID: <msg_1@acme.example>",
        "Reply-To: r@acme.example",
        "Subject: Hello",
        "To: kim@example.com",
        "value: v",
        "X-Order: 7",
      ].sort(),
    );
  });

  test("names and subjects in any script come back as they were", async () => {
    const kim = { address: "kim@example.com", name: 'Kim "K", Müller' };
    const over = {
      from: { address: "hi@acme.example", name: "株式会社アクメ" },
      to: [kim],
      subject: `Grüße 🎉 ${"sehr langer Betreff ".repeat(20)}Ende`,
    };
    const seen = await parsed(over);
    expect(seen.from).toMatchObject(over.from);
    expect(seen.to).toEqual([expect.objectContaining(kim)]);
    expect(seen.subject).toBe(over.subject);
    expect(await raw(over)).not.toMatch(/[^\x00-\x7f]/);
  });

  test("a display name that looks like an address stays a name", async () => {
    const from = { address: "hi@acme.example", name: "ceo@bank.example <ceo@bank.example>," };
    const seen = await parsed({ from });
    expect(seen.from).toMatchObject(from);
  });

  test("does not write into what it is given", async () => {
    const given = mail({ to: [Object.freeze({ address: "Kim@Example.com" })] });
    await compose(given);
    expect(given).toEqual(mail({ to: [{ address: "Kim@Example.com" }] }));
  });
});

describe("bodies", () => {
  test("any text comes back as it was but for line ends, in lines that mail can carry", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.array(fc.constantFrom("\n", "\r\n", "\r", "word ", "=", "é", "."), { maxLength: 200 }),
        async (text, pieces) => {
          const body = `${text.replaceAll("\0", "")}${pieces.join("")}end`;
          const source = await raw({ text: body });
          expect(source.split("\r\n").every((line) => line.length <= 998)).toBe(true);
          expect(source.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
          const seen = (await parsed({ text: body })).text ?? "";
          expect(seen.replaceAll("\r\n", "\n").trimEnd()).toBe(body.replace(/\r\n|\r/g, "\n"));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a very long line is broken up", async () => {
    const source = await raw({ html: "<p>x</p>".repeat(2_000) });
    expect(Math.max(...source.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  test("a body past the limit goes as base64 and comes back whole", async () => {
    const html = `<p>${"Grüße, Welt. ".repeat(MAX_QUOTED_CHARACTERS / 10)}</p>`;
    expect(await raw({ html })).toContain("Content-Transfer-Encoding: base64");
    expect((await parsed({ html })).html?.trim()).toBe(html);
  });

  test("several megabytes come back whole", async () => {
    const content = Uint8Array.from({ length: 3_000_001 }, (_, n) => n % 251);
    const over = { attachments: [{ filename: "big.bin", content, contentType: "application/pdf" }] };
    const [seen] = (await parsed(over)).attachments;
    expect(seen?.content instanceof ArrayBuffer && Buffer.from(seen.content).equals(content)).toBe(true);
  });
});

function bytesOf(content: unknown): number[] {
  if (content instanceof ArrayBuffer) return [...new Uint8Array(content)];
  return content instanceof Uint8Array ? [...content] : [];
}
