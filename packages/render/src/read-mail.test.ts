import { describe, expect, it } from "@jest/globals";
import { linksOf, readMail } from "./read-mail";

describe("reading a mail", () => {
  it("gives its headers, bodies and files", async () => {
    const raw = [
      ...[
        "From: A <a@x.example>",
        "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=",
        "X-Long: one",
        " two",
        "MIME-Version: 1.0",
      ],
      ...[
        'Content-Type: multipart/mixed; boundary="b"',
        "",
        "--b",
        "Content-Type: text/html",
        "",
        "<a href='https://a.com/'>go</a>",
      ],
      ...[
        "--b",
        "Content-Type: text/plain",
        "Content-Transfer-Encoding: base64",
        'Content-Disposition: attachment; filename="f.txt"',
        "",
        "aGVsbG8=",
        "--b--",
        "",
      ],
    ].join("\r\n");
    const mail = await readMail(Buffer.from(raw));
    expect(mail).toMatchObject({
      subject: "Grüße",
      html: expect.stringContaining("go"),
      attachments: [{ filename: "f.txt", contentType: "text/plain", size: 5, inline: false }],
      links: [{ url: "https://a.com/", text: "go", problem: null }],
    });
    expect(mail.headers).toContainEqual({ name: "X-Long", value: "one two" });
  });
});

describe("links", () => {
  it.each([
    ["#", "empty"],
    ["{{ url }}", "unfilled"],
    ["mailto:a@b.example", null],
    ["www.shop.com/x", "no_scheme"],
    ["https://", "not_a_url"],
    ["http://shop.com/", "insecure"],
    ["http://localhost:3000/", "private"],
    ["https://shop.com/a?b=1", null],
  ])("to %s: %s", (url, problem) => {
    expect(linksOf(`<p><a href="${url}"><b>Go</b> <img alt="there"></a></p>`)).toEqual([
      { url, text: "Go there", problem },
    ]);
  });
});
