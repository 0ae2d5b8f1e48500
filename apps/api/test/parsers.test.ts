import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { formatMailbox, parseAddress } from "@sendex/core/accepting/address";
import { subjectLine } from "@sendex/core/templates/template";
import { wellFormed } from "@sendex/kit/text";
import { driveOver, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import fc from "fast-check";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";
import { type GivenMail, kept, mails } from "./generated-mails";
import { readByMailparser } from "./readers/mailparser";
import { readByPostalMime } from "./readers/postal-mime";
import { hasPython, openPythonReader, type PythonReader } from "./readers/python";
import type { Person, ReadMail, Reader } from "./readers/read-mail";

const PYTHON = hasPython();
const RUNS = 15;
const MAILS_A_RUN = 8;
const LONG_MS = 300_000;

let api: TestApi;
let drive: Drive;
let python: PythonReader | undefined;
const readers: Record<string, Reader> = {
  "postal-mime": readByPostalMime,
  mailparser: readByMailparser,
};
let templateId: string;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
  drive = await driveOver(api, api.tenant);
  if (PYTHON) {
    python = openPythonReader();
    readers["python"] = python.read;
  }
  const parts = { name: "T", subject: "{{ subject }}", text: "{{ text }}" };
  templateId = (await api.send("post", "/api/v1/templates", { body: parts })).body.id;
  await api.send("post", `/api/v1/templates/${templateId}/publish`);
});
afterAll(async () => {
  python?.close();
  await api.close();
});

/** Each way of sending; resolves to the message's id, undefined where the mail was refused. */
const WAYS: Record<string, (mail: GivenMail) => Promise<string | undefined>> = {
  email: async (mail) => (await api.send("post", "/api/v1/emails", { body: email(mail) })).body.id,
  batch: async (mail) => {
    const body = [email(mail), emailOf(api.tenant)];
    const headers = { "x-batch-validation": "permissive" };
    const answer = await api.send("post", "/api/v1/emails/batch", { body, headers });
    return answer.body.data.length === body.length ? answer.body.data[0].id : undefined;
  },
  message: async (mail) => {
    const people = (list: Person[]) => list.map(({ name, address }) => ({ name, email: address }));
    const body = messageOf(api.tenant, {
      ...shared(mail),
      from: { name: mail.from, email: `me@${api.tenant.domain}` },
      recipient: people(mail.to),
      cc: people(mail.cc),
      bcc: people(mail.bcc),
      reply_to: people(mail.replyTo),
    });
    return (await api.send("post", "/v1/messages", { body })).body.message_id;
  },
  template: async (mail) => {
    const { subject, text, html: _, ...rest } = email(mail);
    const body = { ...rest, template: templateId, template_data: { subject, text } };
    return (await api.send("post", "/api/v1/emails", { body })).body.id;
  },
};

function shared({ subject, text, html, headers, files, tags }: GivenMail): Record<string, unknown> {
  return { subject, text, headers, attachments: files, tags, ...(html !== undefined && { html }) };
}

function email(mail: GivenMail): Record<string, unknown> {
  const people = (list: Person[]): string[] => list.map(formatMailbox);
  return {
    ...shared(mail),
    from: formatMailbox({ name: mail.from, address: `me@${api.tenant.domain}` }),
    to: people(mail.to),
    cc: people(mail.cc),
    bcc: people(mail.bcc),
    reply_to: people(mail.replyTo),
  };
}

/** What the caller may expect to be read. */
function expected(mail: GivenMail, way: string): ReadMail {
  const people = (list: Person[]): Person[] =>
    list.map(({ name, address }) => ({ name: kept(name), address: parseAddress(address) ?? "" }));
  return {
    subject: way === "template" ? subjectLine(wellFormed(mail.subject)) : wellFormed(mail.subject),
    from: [{ name: kept(mail.from), address: `me@${api.tenant.domain}` }],
    to: people(mail.to),
    cc: people(mail.cc),
    replyTo: people(mail.replyTo),
    headers: Object.fromEntries(
      Object.entries(mail.headers)
        .filter(([, value]) => kept(value) !== "")
        .map(([name, value]) => [name.toLowerCase(), kept(value)]),
    ),
    text: body(mail.text),
    html: way === "template" ? "" : body(mail.html ?? ""),
    files: mail.files.map(({ filename, content_type, content_id, content }, i) => ({
      filename: kept(filename) || nameless(content_type, i),
      type: content_type.replace(/;.*/, "").toLowerCase(),
      contentId: content_id === undefined ? "" : `<${content_id}>`,
      content,
    })),
  };
}

function nameless(type: string, i: number): string {
  const ending = { "image/png": ".png", "text/csv": ".csv", "text/plain": ".txt", "text/html": ".html" };
  const known = Object.entries(ending).find(([key]) => type.toLowerCase().startsWith(key));
  return `attachment-${i + 1}${known?.[1] ?? ""}`;
}

/** Line ends are CRLF in mail, and a parser may add or take one at the end. */
function body(text: string): string {
  return wellFormed(text)
    .replace(/\r\n|\r/g, "\n")
    .replace(/\n+$/, "");
}

/** What was read, in the form and with the headers of what is expected. */
function comparable(read: ReadMail, { headers, html }: ReadMail): ReadMail {
  return {
    ...read,
    headers: Object.fromEntries(Object.keys(headers).map((name) => [name, read.headers[name] ?? ""])),
    text: body(read.text),
    html: html === "" ? "" : body(read.html),
    files: [...read.files].sort(byContent),
  };
}

/** Inline files come before the others in a mail. Two may have the same content, and not much else. */
function byContent(a: ReadFile, b: ReadFile): number {
  const [one = "", other = ""] = [a, b].map(({ content, filename, contentId }) =>
    [content, filename, contentId].join("\0"),
  );
  return one < other ? -1 : Number(one > other);
}

type ReadFile = ReadMail["files"][number];

let accepted = 0;

async function expectReadBack(given: { way: string; mail: GivenMail }[]): Promise<void> {
  api.world.sent.length = 0;
  const ids = await Promise.all(given.map(async ({ way, mail }) => WAYS[way]?.(mail)));
  while ((await sendDue(drive)) > 0);
  for (const [i, { way, mail }] of given.entries()) {
    if (ids[i] === undefined) continue;
    accepted += 1;
    const raw = api.world.sent.find(({ tags }) => tags["sendex-message"] === ids[i])?.raw;
    if (!raw) throw new Error(`Accepted and not composed, as ${way}: ${JSON.stringify(mail)}`);
    const wanted = expected(mail, way);
    const { files } = wanted;
    const sorted = { ...wanted, files: [...files].sort(byContent) };
    for (const [reader, read] of Object.entries(readers))
      expect({ reader, ...comparable(await read(raw), wanted) }).toEqual({ reader, ...sorted });
  }
}

const PYTHON_TOO = PYTHON
  ? "Python reads the mails too"
  : "python3 is not installed, so what Python reads is left out, which may not be on CI";
test(PYTHON_TOO, () => {
  expect(PYTHON || !process.env["CI"]).toBe(true);
});

test("every space in a file's name is read, wherever its lines end", async () => {
  const mail: GivenMail = {
    ...{ from: "", to: [{ name: "", address: "a@inbox.example" }], cc: [], bcc: [], replyTo: [] },
    ...{ subject: ".", text: ".", html: undefined, headers: {}, tags: [] },
    files: ["مرحباword word   -", `two  and   ${"three    ".repeat(9)}.csv`].map((filename) => ({
      ...{ filename, content_type: "text/csv", content: "" },
    })),
  };
  await expectReadBack([{ way: "email", mail }]);
});

test(
  "what is accepted is composed, and every parser reads what was given",
  async () => {
    const one = fc.record({ way: fc.constantFrom(...Object.keys(WAYS)), mail: mails });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: MAILS_A_RUN, maxLength: MAILS_A_RUN }), expectReadBack),
      { numRuns: RUNS, interruptAfterTimeLimit: LONG_MS / 2 },
    );
    expect(accepted).toBeGreaterThan((RUNS * MAILS_A_RUN) / 2);
  },
  LONG_MS,
);
