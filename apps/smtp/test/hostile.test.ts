import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { plain } from "@sendex/data/database/pools";
import { openSmtp } from "@sendex/smtp/server";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { silentLog } from "@sendex/testing/log";
import { certificateFiles } from "./certificate-files";
import { signedIn, talkTo } from "./talk";

let test: TestContext;
let account: SeededAccount;
let server: Awaited<ReturnType<typeof openSmtp>>;
const open = (more: object = {}) =>
  openSmtp(test.context, silentLog, { ...test.settings.smtp, host: "127.0.0.1", name: "mail.test", ...more });
beforeAll(async () => {
  test = await openTestContext();
  account = await seedAccount(test.context);
  server = await open();
});
afterAll(async () => {
  await server.close(1_000);
  await test.close();
});
beforeEach(async () => void (await plain(test.context.data).query("TRUNCATE messages, recipients")));

const count = async (): Promise<number> => {
  const { rows } = await plain(test.context.data).query<{ count: string }>("SELECT count(*) FROM messages");
  return Number(rows[0]?.count);
};

const envelope = async (talk: Awaited<ReturnType<typeof talkTo>>): Promise<void> => {
  await talk.say(`MAIL FROM:<hello@${account.domain}>\r\n`);
  await talk.say("RCPT TO:<one@example.com>\r\n");
  expect(await talk.say("DATA\r\n")).toMatch(/^354/);
};
const HEAD = () => `From: hello@${account.domain}\r\nTo: one@example.com\r\nSubject: s\r\n\r\n`;

describe("no mail leaves without a key", () => {
  it.each(["MAIL FROM:<a@b.example>", "RCPT TO:<a@b.example>", "DATA"])("%s", async (command) => {
    const talk = await talkTo(server.port);
    await talk.say("EHLO x\r\n");
    expect(await talk.say(`${command}\r\n`)).toMatch(/^(530|503)/);
    talk.end();
  });

  it("is what a wrong key comes to, and after some of them nothing is asked any more", async () => {
    const wrong = `AUTH PLAIN ${Buffer.from("\0x\0sk_live_x").toString("base64")}\r\n`;
    const answers: string[] = [];
    for (let i = 0; i < 24; i += 1) {
      const talk = await talkTo(server.port);
      await talk.say("EHLO x\r\n");
      answers.push(await talk.say(wrong));
      talk.end();
    }
    expect(answers.slice(0, 20).every((answer) => answer.startsWith("535 5.7.8"))).toBe(true);
    expect(answers.slice(20).every((answer) => answer.startsWith("421"))).toBe(true);
    test.clock.advance(120_000);
  });

  it("is what a key comes to that is revoked between two mails", async () => {
    const other = await seedAccount(test.context);
    const talk = await signedIn(server.port, other.keys.full);
    expect(await talk.say(`MAIL FROM:<hello@${other.domain}>\r\n`)).toMatch(/^250/);
    await talk.say("RSET\r\n");
    await plain(test.context.data).query("UPDATE api_keys SET revoked_at = now() WHERE account_id = $1", [
      other.accountId,
    ]);
    test.context.hints.forget(other.accountId);
    expect(await talk.say(`MAIL FROM:<hello@${other.domain}>\r\n`)).toMatch(/^535/);
    talk.end();
  });

  it("nor with one in clear, where that is not allowed", async () => {
    const strict = await open({ clear: false, certificate: await certificateFiles() });
    const talk = await talkTo(strict.port);
    await talk.say("EHLO x\r\n");
    const given = Buffer.from(`\0x\0${account.keys.full}`).toString("base64");
    expect(await talk.say(`AUTH PLAIN ${given}\r\n`)).toMatch(/^538 /);
    expect(await talk.say(`MAIL FROM:<hello@${account.domain}>\r\n`)).toMatch(/^530 /);
    talk.end();
    await strict.close(1_000);
  });
});

describe("a mail ends with CRLF.CRLF, and with nothing else", () => {
  const ENDS = [
    "\n.\n",
    "\r.\r",
    "\n.\r\n",
    "\r\n.\n",
    "\r\n.\r",
    "\r.\r\n",
    "\r\n\r.\r\n",
    "\n\n.\r\n",
    "\r\n.\r\r\n",
  ];

  it.each(ENDS.map((end) => [JSON.stringify(end), end]))("not with %s", async (_name, end) => {
    const talk = await signedIn(server.port, account.keys.full);
    await envelope(talk);
    const smuggled = `MAIL FROM:<hello@${account.domain}>\r\nRCPT TO:<two@example.com>\r\nDATA\r\n`;
    talk.write(`${HEAD()}text${end}${smuggled}${HEAD()}smuggled`);
    expect(await talk.say("\r\n.\r\n")).toMatch(/^554 5\.6\.0 Lines end with CR and LF/);
    expect(await talk.say("NOOP\r\n")).toMatch(/^250/);
    expect(await count()).toBe(0);
    talk.end();
  });

  it("however its bytes are cut, a mail is what it was, or none", async () => {
    const piece = fc.constantFrom("\r\n", "\r\n.", "..", ".", "a", "\r", "\n", "text\r\n");
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.integer({ min: 1, max: 7 }),
        async (pieces, cut) => {
          const body = pieces.join("");
          const isPlain = !/\r(?!\n)|(?<!\r)\n/.test(body);
          const talk = await signedIn(server.port, account.keys.full);
          await envelope(talk);
          const stuffed = `${HEAD()}${body}`.replace(/(^|\r\n)\./g, "$1..");
          const bytes = Buffer.from(`${stuffed}\r\n.\r\n`, "latin1");
          for (let at = 0; at < bytes.length; at += cut * 20) talk.write(bytes.subarray(at, at + cut * 20));
          expect((await talk.reply())?.slice(0, 3)).toBe(isPlain ? "250" : "554");
          talk.end();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("what a client may not say", () => {
  it.each([
    ["MAIL FROM:<hello@DOMAIN> SMTPUTF8", /^553 5\.6\.7/],
    ["MAIL FROM:<a@b.example>", /^550 5\.7\.1/],
    ["MAIL FROM:<not an address>", /^(501|553)/],
    ["MAIL FROM:<hello@DOMAIN> SIZE=999999999", /^552 5\.3\.4/],
    ["MAIL FROM:<hello@DOMAIN> BODY=BINARYMIME", /^501/],
    ["VRFY root", /^(252|502|500)/],
    ["EXPN staff", /^(502|500)/],
  ])("%s", async (command, answer) => {
    const talk = await signedIn(server.port, account.keys.full);
    expect(await talk.say(`${command.replace("DOMAIN", account.domain)}\r\n`)).toMatch(answer);
    talk.end();
  });

  it.each([
    "<one@>",
    "<@example.com>",
    "<a b@example.com>",
    "<one@example.com\0>",
    "<ö@example.com>",
    "<one@exa mple.com>",
  ])("RCPT TO:%j", async (address) => {
    const talk = await signedIn(server.port, account.keys.full);
    await talk.say(`MAIL FROM:<hello@${account.domain}>\r\n`);
    expect(await talk.say(`RCPT TO:${address}\r\n`)).toMatch(/^(501|553) 5\./);
    talk.end();
  });

  it("two senders, or headers that break a line", async () => {
    for (const head of [
      `From: a@${account.domain}\r\nFrom: b@${account.domain}\r\n`,
      `From: a@${account.domain}, b@${account.domain}\r\n`,
      `From: a@${account.domain}\r\nX-A: =?utf-8?q?a=0D=0ABcc:_x=40y.example?=\r\n`,
      `From: a@${account.domain}\r\nSubject: =?utf-8?b?YQ0KQmNjOiB4QHkuZXhhbXBsZQ==?=\r\n`,
    ]) {
      const talk = await signedIn(server.port, account.keys.full);
      await envelope(talk);
      expect(await talk.say(`${head}\r\ntext\r\n.\r\n`)).toMatch(/^554 5\.6\.0/);
      talk.end();
    }
    expect(await count()).toBe(0);
  });
});

describe("bounds", () => {
  it("of connections of one address", async () => {
    const small = await open({ maxPerAddress: 2 });
    const [one, two] = [await talkTo(small.port), await talkTo(small.port)];
    const three = await talkTo(small.port);
    expect(await three.reply()).toBeUndefined();
    one.end();
    two.end();
    await small.close(1_000);
  });

  it("of a mail", async () => {
    const talk = await signedIn(server.port, account.keys.full);
    await envelope(talk);
    talk.write(HEAD());
    const line = Buffer.alloc(1_000_000, "a".repeat(76) + "\r\n");
    for (let i = 0; i < 41; i += 1) talk.write(line);
    expect(await talk.say("\r\n.\r\n")).toMatch(/^552 5\.3\.4/);
    expect(await talk.say("NOOP\r\n")).toMatch(/^250/);
    talk.end();
  });
});

it("a server that goes away answers what has come in, and sends the others away", async () => {
  const going = await open();
  const idle = await talkTo(going.port);
  const busy = await signedIn(going.port, account.keys.full);
  await envelope(busy);
  busy.write(`${HEAD()}text`);
  const closed = going.close(10_000);
  expect(await idle.reply()).toMatch(/^421/);
  expect(await busy.say("\r\n.\r\n")).toMatch(/^250 2\.6\.0 Accepted/);
  expect(await busy.reply()).toMatch(/^421/);
  await closed;
  expect(await count()).toBe(1);
});
