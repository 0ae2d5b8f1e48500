import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { formatMailbox } from "@sendex/core/accepting/address";
import { plain } from "@sendex/data/database/pools";
import { dump, tablesWith } from "@sendex/testing/dump";
import { until } from "@sendex/testing/until";
import fc from "fast-check";
import { messageOf, openTestApi, type TestApi } from "./api";
import { type GivenMail, mails } from "./generated-mails";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi({ settings: { rateLimitPerMinute: 1_000_000 } });
});
afterAll(() => api.close());

const LONG_MS = 240_000;
const RUNS = 40;

/** Shorter ones may be a part of what is kept, such as a domain. */
const MIN_CHARACTERS = 6;
const rows = async (): Promise<string[]> => {
  const { rows: all } = await plain(api.context.data).query<{ row: string }>(
    "SELECT concat(request_body, response_body, endpoint) AS row FROM request_logs",
  );
  return all.map(({ row }) => row);
};

test(
  "nothing that was written in an accepted mail is in the request log, whatever its field and surface",
  async () => {
    await fc.assert(
      fc.asyncProperty(mails, async (mail) => {
        await plain(api.context.data).query("TRUNCATE request_logs");
        for (const [path, body] of [
          ["/api/v1/emails", emailFrom(mail)],
          ["/api/v1/emails/batch", [emailFrom(mail)]],
          ["/v1/messages", messageFrom(mail)],
        ] as const)
          await api.send("post", path, { body });
        await until(async () => (await rows()).length === 3);
        const kept = (await rows()).join("\n");
        for (const text of written(mail)) expect(kept).not.toContain(JSON.stringify(text).slice(1, -1));
      }),
      { numRuns: RUNS },
    );
  },
  LONG_MS,
);

test("no secret of any call is in it", async () => {
  const canary = "canary-6d1f";
  const person = `${canary}@inbox.example`;
  const template = {
    name: canary,
    subject: canary,
    text: `${canary} {{ v }}`,
    html: canary,
    variables: [{ key: "v" }],
  };
  const made = [
    await api.send("post", "/api/v1/api-keys", { body: { name: canary } }),
    await api.send("post", "/api/v1/webhooks", {
      body: { endpoint: `https://hooks.example/${canary}?token=${canary}` },
    }),
    await api.send("post", "/api/v1/templates", { body: template }),
    await api.send("post", "/api/v1/templates/preview", { body: { subject: canary, values: { v: canary } } }),
    await api.send("post", "/api/v1/suppressions", { body: { email: person } }),
    await api.send("get", `/api/v1/suppressions/${person}`),
    await api.send("get", `/api/v1/emails?q=${canary}&recipient=${person}`),
    await api.send("post", "/api/v1/suppressions/import", { body: { csv: person } }),
    await api.send("post", "/api/v1/account/export"),
  ];
  expect(made.filter(({ status }) => status >= 400).map(({ text }) => text)).toEqual([]);
  const secrets = [
    made[0]?.body.token,
    made[1]?.body.signing_secret,
    String(made[8]?.body.download_url).slice(-20),
  ];
  await until(async () => (await rows()).length >= made.length);
  const dumped = await dump(api.context.data);
  const tables = [canary, ...secrets].flatMap((text) => tablesWith(dumped, String(text)));
  expect(tables.filter((name) => name.includes("request_log"))).toEqual([]);
});

function shared({ subject, text, html, headers, files, tags }: GivenMail) {
  return { subject, text, headers, attachments: files, tags, ...(html !== undefined && { html }) };
}

function emailFrom(mail: GivenMail) {
  return {
    ...shared(mail),
    from: formatMailbox({ name: mail.from, address: `me@${api.tenant.domain}` }),
    to: mail.to.map(formatMailbox),
    cc: mail.cc.map(formatMailbox),
    reply_to: mail.replyTo.map(formatMailbox),
  };
}

function messageFrom(mail: GivenMail) {
  const people = (list: GivenMail["to"]) => list.map(({ name, address }) => ({ name, email: address }));
  return messageOf(api.tenant, {
    ...shared(mail),
    recipient: people(mail.to),
    cc: people(mail.cc),
    reply_to: people(mail.replyTo),
    metadata: { note: mail.subject },
  });
}

/** Every text of a person's, where it is long enough to be known again. */
function written({
  from,
  to,
  cc,
  replyTo,
  subject,
  text,
  html = "",
  headers,
  files,
  tags,
}: GivenMail): string[] {
  const people = [...to, ...cc, ...replyTo];
  return [
    ...[from, subject, text, html, ...Object.values(headers)],
    ...people.flatMap(({ name, address }) => [name, address]),
    ...files.flatMap(({ filename, content, content_id = "" }) => [filename, content, content_id]),
    ...tags.flatMap(({ name, value }) => [name, value]),
  ].filter((one) => one.trim().length >= MIN_CHARACTERS && !KEPT.some((word) => word.includes(one.trim())));
}

/** What the log says of every mail. */
const KEPT = ["characters", "inbox.example", "two.example", "attachments", "subject", "headers", "metadata"];
