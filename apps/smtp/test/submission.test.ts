import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createTransport, type SendMailOptions } from "nodemailer";
import { parse } from "postal-mime";
import { plain } from "@sendex/data/database/pools";
import { openSmtp } from "@sendex/smtp/server";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { seedAccount } from "@sendex/testing/accounts";
import { silentLog } from "@sendex/testing/log";

let test: TestContext;
let drive: Drive;
let server: Awaited<ReturnType<typeof openSmtp>>;
beforeAll(async () => {
  test = await openTestContext();
  server = await openSmtp(test.context, silentLog, {
    ...test.settings.smtp,
    host: "127.0.0.1",
    name: "mail.test",
  });
});
afterAll(async () => {
  await server.close(1_000);
  await test.close();
});
beforeEach(async () => {
  drive = await driveOver(test, await seedAccount(test.context));
  test.world.sent.length = 0;
  // What another test left in the queue is not sent here.
  await plain(test.context.data).query("TRUNCATE messages, recipients");
});

/** Hands a mail over as a program does that uses nodemailer. → what the server answered last */
async function hand(mail: SendMailOptions, key = drive.account.keys.full): Promise<string> {
  const transport = createTransport({
    host: "127.0.0.1",
    port: server.port,
    secure: false,
    ignoreTLS: true,
    auth: { user: "any name", pass: key },
  });
  try {
    const { response } = await transport.sendMail({ from: `hello@${drive.account.domain}`, ...mail });
    return response;
  } finally {
    transport.close();
  }
}

const refused = (mail: SendMailOptions, key?: string): Promise<string> =>
  hand(mail, key).then(
    (response) => `taken: ${response}`,
    (error: unknown) =>
      error instanceof Error && "response" in error ? String(error.response) : String(error),
  );

/** What SES was handed, taken apart. */
async function sent() {
  await sendDue(drive);
  return Promise.all(
    test.world.sent.map(async ({ to, raw }) => ({
      to,
      mail: await parse(raw, { forceRfc822Attachments: true }),
    })),
  );
}

async function stored(): Promise<Record<string, unknown>[]> {
  const { rows } = await plain(test.context.data).query<Record<string, unknown>>(
    "SELECT * FROM messages WHERE account_id = $1 ORDER BY id",
    [drive.account.accountId],
  );
  return rows;
}

describe("a mail handed over by SMTP", () => {
  it("is a message once it is answered with 250, and goes out as it came in", async () => {
    const picture = randomBytes(3_000);
    const report = randomBytes(200_000);
    const answer = await hand({
      from: `"Jürgen" <hello@${drive.account.domain}>`,
      to: '"日本 語" <one@example.com>, two@example.com',
      cc: "three@example.com",
      bcc: "blind@example.com",
      replyTo: "answers@example.com",
      subject: "Grüße ✓",
      text: "Line one\r\n.line two\r\n",
      html: '<p>Ein Bild: <img src="cid:pic@x"></p>',
      headers: { "X-Order": "4711", "List-Id": '"Acme News" <news.acme.example>' },
      attachments: [
        { filename: "Bericht für Ä.pdf", content: report, contentType: "application/pdf" },
        { filename: "pic.png", content: picture, cid: "pic@x", contentType: "image/png" },
      ],
    });
    expect(answer).toMatch(/^250 2\.6\.0 Accepted as msg_[0-9a-z]{27}$/);
    const [row] = await stored();
    expect(answer).toContain(String(row?.["id"]));
    expect(row).toMatchObject({ source: "smtp", dialect: "sendex", priority: "standard" });
    const mails = await sent();
    expect(mails.map(({ to }) => to).sort()).toEqual([
      "blind@example.com",
      "one@example.com",
      "three@example.com",
      "two@example.com",
    ]);
    for (const { mail } of mails) {
      expect(mail).toMatchObject({
        from: { name: "Jürgen" },
        to: [{ name: "日本 語", address: "one@example.com" }, { address: "two@example.com" }],
        cc: [{ address: "three@example.com" }],
        replyTo: [{ address: "answers@example.com" }],
        subject: "Grüße ✓",
      });
      expect(mail.bcc).toBeUndefined();
      expect(mail.text?.trimEnd()).toBe("Line one\n.line two");
      expect(mail.html?.trimEnd()).toBe('<p>Ein Bild: <img src="cid:pic@x"></p>');
      expect(mail.headers).toContainEqual(expect.objectContaining({ key: "x-order", value: "4711" }));
      const files = mail.attachments.map(({ filename, mimeType, content, contentId }) => ({
        ...{ filename, mimeType, contentId },
        content: Buffer.from(content as ArrayBuffer),
      }));
      expect(files).toContainEqual(
        expect.objectContaining({
          filename: "Bericht für Ä.pdf",
          mimeType: "application/pdf",
          content: report,
        }),
      );
      expect(files).toContainEqual(
        expect.objectContaining({ filename: "pic.png", contentId: "<pic@x>", content: picture }),
      );
    }
  });

  it("goes to its envelope alone, and shows its headers", async () => {
    await hand({
      to: "All of us <all@example.com>",
      cc: "boss@example.com",
      subject: "s",
      text: "t",
      envelope: { from: `hello@${drive.account.domain}`, to: ["one@example.com", "boss@example.com"] },
    });
    const mails = await sent();
    expect(mails.map(({ to }) => to).sort()).toEqual(["boss@example.com", "one@example.com"]);
    expect(mails[0]?.mail).toMatchObject({
      to: [{ name: "All of us", address: "all@example.com" }],
      cc: [{ address: "boss@example.com" }],
    });
    expect((await stored())[0]).toMatchObject({ recipient_count: 2 });
  });

  it("is asked for by its X-Sendex headers, which nobody else sees", async () => {
    await hand({
      to: "one@example.com",
      subject: "s",
      text: "t",
      headers: {
        "X-Sendex-Priority": "critical",
        "X-Sendex-Tag": ["campaign=spring", "team = billing"],
        "X-Sendex-Metadata": '{"order": 4711}',
        "X-Sendex-Idempotency-Key": "order/4711",
      },
    });
    expect(await stored()).toMatchObject([
      {
        priority: "critical",
        tags: [
          { name: "campaign", value: "spring" },
          { name: "team", value: "billing" },
        ],
        metadata: { order: 4711 },
      },
    ]);
    const [only] = await sent();
    expect(only?.mail.headers.filter(({ key }) => key.startsWith("x-sendex"))).toEqual([]);
  });

  it("may lack what a device leaves out: subject, text, readers that it shows", async () => {
    const scan = randomBytes(500);
    const answer = await hand({
      envelope: { from: `hello@${drive.account.domain}`, to: ["one@example.com"] },
      attachments: [{ filename: "scan.pdf", content: scan }],
    });
    expect(answer).toContain("Accepted");
    const [only] = await sent();
    expect(only?.mail.attachments.map(({ filename }) => filename)).toEqual(["scan.pdf"]);
    expect(only?.mail.to).toBeUndefined();
  });

  it("is one message however often a program hands it over that did not hear the answer", async () => {
    const mail = {
      to: "one@example.com",
      subject: "s",
      text: "t",
      messageId: "<1@app.example>",
      date: new Date(0),
    };
    const first = await hand(mail);
    expect(await hand(mail)).toBe(first);
    expect(await hand({ ...mail, to: "two@example.com" })).not.toBe(first);
    expect(await hand({ ...mail, text: "another" })).not.toBe(first);
    expect(await hand({ ...mail, messageId: "<2@app.example>" })).not.toBe(first);
    expect(await stored()).toHaveLength(4);
    const keyed = { ...mail, headers: { "X-Sendex-Idempotency-Key": "k" } };
    expect(await hand({ ...keyed, messageId: "<3@app.example>" })).toBe(await hand(keyed));
    expect(await refused({ ...keyed, text: "another" })).toMatch(/^554 5\.7\.0 /);
  });

  it("of a test key only ever reaches the sandbox", async () => {
    await hand({ to: "one@example.com", subject: "s", text: "t" }, drive.account.keys.test);
    expect(await stored()).toMatchObject([{ mode: "test", route: "sandbox" }]);
  });
});

describe("what is refused over SMTP says why", () => {
  const mail = { to: "one@example.com", subject: "s", text: "t" };

  it("an unknown key", async () => {
    expect(await refused(mail, "sk_live_nothing")).toMatch(/^535 5\.7\.8 /);
  });

  it("a domain that is not the account's, in the envelope and in the From", async () => {
    const { domain } = drive.account;
    expect(await refused({ ...mail, from: "me@elsewhere.example" })).toMatch(
      /^550 5\.7\.1 .*elsewhere\.example/,
    );
    const envelope = { from: `hello@${domain}`, to: ["one@example.com"] };
    expect(await refused({ ...mail, from: "me@elsewhere.example", envelope })).toMatch(
      /^550 5\.7\.1 .*not verified/,
    );
    expect(
      await refused({ ...mail, envelope: { from: "me@elsewhere.example", to: ["one@example.com"] } }),
    ).toMatch(/^550 5\.7\.1 /);
    expect(await stored()).toEqual([]);
  });

  it("a recipient whose domain takes no mail, beside one that does", async () => {
    test.world.mx.set("dead.example", "refused");
    expect(await refused({ ...mail, to: "a@dead.example" })).toMatch(/^550 5\.1\.2 .*no mail server/);
    expect(await hand({ ...mail, to: "a@dead.example, b@example.com" })).toContain("Accepted");
    expect((await sent()).map(({ to }) => to)).toEqual(["b@example.com"]);
  });

  it.each([
    [{ "X-Sendex-Priority": "urgent" }, /^554 5\.6\.0 .*critical, standard, bulk/],
    [{ "X-Sendex-Tag": "no-value" }, /^554 5\.6\.0 .*name=value/],
    [{ "X-Sendex-Schedule": "tomorrow" }, /^554 5\.6\.0 .*no such header/],
    [{ "X-Sendex-Scheduled-At": "some day" }, /^554 5\.6\.0 /],
    [{ "X-Sendex-Metadata": "[1]" }, /^554 5\.6\.0 .*JSON object/],
    [{ "X-Sendex-Template": "none" }, /^554 5\.6\.0 .*template/],
  ])("%j", async (headers, expected) => {
    expect(await refused({ ...mail, headers: headers })).toMatch(expected);
    expect(await stored()).toEqual([]);
  });

  it("51 recipients", async () => {
    const to = Array.from({ length: 51 }, (_, i) => `r${i}@example.com`);
    expect(await refused({ ...mail, to })).toMatch(/^554 5\.6\.0 .*at most 50/);
  });
});
