import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startTestSandbox, type TestSandbox } from "./running";

let sandbox: TestSandbox;
let id: string;

const ATTACK = "<script>alert(1)</script>";
const RAW = [
  `From: "${ATTACK}" <ann@example.com>`,
  "To: bob@example.org",
  `Subject: ${ATTACK}`,
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="x"',
  "",
  "--x",
  "Content-Type: text/html; charset=UTF-8",
  "",
  `<p onclick="alert(1)">Hi</p>${ATTACK}<img src="cid:dot"><img src="https://tracker.test/p.gif">`,
  "--x",
  "Content-Type: image/gif",
  "Content-ID: <dot>",
  "Content-Disposition: inline; filename=dot.gif",
  "Content-Transfer-Encoding: base64",
  "",
  "R0lGODlhAQABAAAAACw=",
  "--x",
  "Content-Type: text/html",
  'Content-Disposition: attachment; filename="evil.html"',
  "",
  ATTACK,
  "--x--",
  "",
].join("\r\n");

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { MessageId } = await sandbox.ses.send(
    new SendRawEmailCommand({
      Source: "ann@example.com",
      Destinations: ["bob@example.org"],
      RawMessage: { Data: Buffer.from(RAW) },
    }),
  );
  id = MessageId ?? "";
});
afterAll(() => sandbox.close());

async function page(path: string): Promise<{ headers: Headers; text: string; status: number }> {
  const answer = await fetch(`${sandbox.url}${path}`);
  return { headers: answer.headers, status: answer.status, text: await answer.text() };
}

test.each(["", "?view=text", "?view=headers", "?view=source", "?view=html"])(
  "a mail's page%s escapes what the mail says",
  async (view) => {
    const { headers, text } = await page(`/mail/${id}${view}`);
    expect(text).not.toContain(ATTACK);
    expect(text).toContain("&#60;script&#62;");
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe-inline");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  },
);

test("the preview is a sandboxed frame without scripts, origin or remote content", async () => {
  expect((await page(`/mail/${id}`)).text).toMatch(/<iframe\s+sandbox\s+src="\/mail\//);
  const { headers, text } = await page(`/mail/${id}/body`);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("sandbox;");
  expect(policy).not.toMatch(/allow-|script-src|https:/);
  expect(text).toContain('src="data:image/gif;base64,R0lGODlhAQABAAAAACw="');
});

test("remote images are let in only when asked for", async () => {
  const { headers } = await page(`/mail/${id}/body?images=1`);
  expect(headers.get("content-security-policy")).toContain("img-src data: https: http:");
});

test("the source and attachments are downloads that no browser runs", async () => {
  const raw = await page(`/mail/${id}/raw`);
  expect(raw.text.replace(/^Message-ID: <[^>]+@email\.amazonses\.com>\r\n/, "")).toBe(RAW);
  expect(raw.headers.get("content-disposition")).toMatch(/^attachment; filename="?[0-9a-f-]+\.eml"?$/);
  const attachment = await page(`/mail/${id}/attachment/1`);
  expect(attachment.text.trim()).toBe(ATTACK);
  expect(attachment.headers.get("content-disposition")).toMatch(/^attachment; filename="?evil\.html"?$/);
  expect(attachment.headers.get("content-type")).toBe("application/octet-stream");
});

test("the list is searched over sender, recipients and subject", async () => {
  expect((await page("/inbox/list?q=BOB")).text).toContain(id);
  expect((await page("/inbox/list?q=nobody")).text).not.toContain(id);
  expect((await page(`/?q=${encodeURIComponent('"><script>')}`)).text).not.toContain('"><script>');
});

test("the people are those of the mail's own header, and pictures in its text are not attached", async () => {
  const raw = RAW.replace(/^From: .*$/m, "From: =?UTF-8?Q?J=C3=BCrgen?= <ann@example.com>").replace(
    /^To: .*$/m,
    'To: "Bob B." <bob@example.org>\r\nCc: Carol <carol@example.org>',
  );
  const { MessageId } = await sandbox.ses.send(
    new SendRawEmailCommand({
      Source: "ann@example.com",
      Destinations: ["bob@example.org"],
      RawMessage: { Data: Buffer.from(raw) },
    }),
  );
  const { text } = await page(`/mail/${MessageId}`);
  expect(text).toContain("<b>Jürgen &#60;ann@example.com&#62;</b>");
  expect(text).toContain("to &#34;Bob B.&#34; &#60;bob@example.org&#62;");
  expect(text).toContain("cc Carol &#60;carol@example.org&#62;");
  expect((await page("/inbox/list?q=carol")).text).toContain("<b>Jürgen</b>");
  const [, attached = ""] = /<ul class="attachments">([^]*?)<\/ul>/.exec(text) ?? [];
  expect(attached).toContain("evil.html");
  expect(attached).not.toContain("dot.gif");
  expect(text).toMatch(/<i>inline<\/i>\s*<a [^>]*>dot\.gif/);
});

test("the list shows 100 mails at a time, and says where the older ones are", async () => {
  const send = (n: number) =>
    sandbox.ses.send(
      new SendRawEmailCommand({
        Source: "ann@example.com",
        Destinations: ["dan@example.org"],
        RawMessage: { Data: Buffer.from(`From: ann@example.com\r\nSubject: many ${n}\r\n\r\nx`) },
      }),
    );
  for (let n = 0; n < 101; n += 1) await send(n);
  const first = (await page("/?q=many")).text;
  expect(first.match(/class="item /g)).toHaveLength(100);
  expect(first).toContain("100 are shown.");
  const [, older = ""] = /class="older" href="([^"]*)"/.exec(first) ?? [];
  const last = (await page(older.replace(/&#38;|&amp;/g, "&"))).text;
  expect(last.match(/class="item /g)).toHaveLength(1);
  expect(last).toContain("many 0");
  expect(last).not.toContain('class="older"');
});

test("what is not there is a 404", async () => {
  expect((await page("/mail/none")).status).toBe(404);
  expect((await page(`/mail/${id}/attachment/9`)).status).toBe(404);
  expect((await page("/nothing")).status).toBe(404);
});
