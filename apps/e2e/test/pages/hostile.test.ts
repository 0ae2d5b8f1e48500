import { expect } from "@jest/globals";
import { eventually } from "@sendex/e2e/eventually";
import type { ApiClient } from "@sendex/e2e/api-client";
import { makeMember, makeOperator } from "@sendex/e2e/pages/people";
import { untilSettled } from "@sendex/e2e/pages/settled";
import { FRAUD } from "@sendex/e2e/pages/showcase";
import { usePages } from "@sendex/e2e/pages/use-pages";
import type { Stack } from "@sendex/e2e/stack";
import type { NewEmail } from "@sendex/sdk/generated/api";

const onPages = usePages();

/** Each would set `ran` if it were taken for more than text. */
const PAYLOADS = [
  `<img src=x onerror="ran=1">`,
  `"><script>ran=1</script>`,
  `<svg onload="ran=1">`,
  `javascript:ran=1`,
  `{{constructor.constructor('ran=1')()}}`,
];
/** The link stands before the payload that opens an SVG and does not end it. */
const HTML = `<a href="javascript:ran=1">link</a>${PAYLOADS.join("")}<form action="/api/v1/emails" method="post"><button>go</button></form>
  <meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/"><style>@import "https://evil.example/x.css";</style>
  <iframe src="/overview"></iframe><object data="/overview"></object>`;

/** What the frames of mails refuse is written down as an error too; that they did is the point. */
const OF_FRAMES =
  /Content Security Policy|Blocked script execution|Blocked form submission|Unsafe attempt|Refused to execute the redirect/;

function hostile(payload: string, domain: string): Partial<NewEmail> {
  return {
    from: `"${payload.replaceAll(/["\\]/g, "")}" <hello@${domain}>`,
    to: "you@example.com",
    subject: payload,
    html: HTML,
    text: payload,
    metadata: { [payload]: payload },
    attachments: [{ filename: `${payload.replaceAll(/[\\/]/g, "")}.txt`, content: "aGVsbG8=" }],
  };
}

onPages("nothing that a sender writes is taken for more than text", async ({ stack, visit }) => {
  const { client, domain } = stack.tenant;
  const ids: string[] = [];
  for (const payload of PAYLOADS) ids.push(await client.send(hostile(payload, domain)));
  const [first = ""] = ids;
  await eventually(async () => expect((await client.email(first)).status).toBe("delivered"));
  const { page, complaints } = await visit();
  const looked = ["/emails", `/emails?q=${encodeURIComponent(PAYLOADS[0] ?? "")}`];
  for (const id of ids) looked.push(...["text", "source", "files"].map((tab) => `/emails/${id}?tab=${tab}`));
  for (const path of looked) {
    await page.goto(path);
    await untilSettled(page);
    expect(await page.evaluate("typeof ran")).toBe("undefined");
  }
  // Outside of a mail's own frame the policy has had nothing to refuse.
  expect(complaints).toEqual([]);
});

onPages(
  "a mail's HTML runs nothing, asks nobody and leads nowhere, in its frame or out of it",
  async ({ stack, visit }) => {
    const { client } = stack.tenant;
    const tracker = `${stack.receiver.url}/seen.png`;
    const html = `${HTML}<img src="${tracker}"><style>body { background: url(${tracker}) }</style>`;
    const id = await client.send({ to: "you@example.com", subject: "Hostile", html });
    const { page, complaints } = await visit();
    await page.goto(`/emails/${id}`);
    await page.frameLocator("iframe").getByText("link").waitFor();
    await untilSettled(page);
    expect(await page.evaluate("typeof ran")).toBe("undefined");
    expect(new URL(page.url()).pathname).toBe(`/emails/${id}`);
    expect(stack.receiver.requests("/seen.png")).toEqual([]);
    for (const frame of page.frames().slice(1)) expect(frame.url()).not.toContain("evil.example");
    expect(complaints.filter((complaint) => !OF_FRAMES.test(complaint))).toEqual([]);
    complaints.length = 0;
  },
);

onPages(
  "nothing that templates, receivers, SES and other customers write is taken for more than text",
  async ({ stack, visit }) => {
    const own = await plantOwn(stack);
    const others = await plantOthers(stack);
    const visits = [
      { as: await makeMember(stack, stack.tenant.accountId), paths: own },
      { as: await makeOperator(stack), paths: others },
    ];
    for (const { as, paths } of visits) {
      const { page, complaints } = await visit({ as });
      for (const path of paths) {
        await page.goto(path);
        await untilSettled(page);
        expect([path, await page.evaluate("typeof ran")]).toEqual([path, "undefined"]);
        expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
      }
      expect(complaints.filter((complaint) => !OF_FRAMES.test(complaint))).toEqual([]);
      complaints.length = 0;
    }
  },
);

const [IMAGE = ""] = PAYLOADS;

/** → where it is shown to the account's own people. */
async function plantOwn({ tenant: { client, domain }, receiver, database }: Stack): Promise<string[]> {
  const make = async (path: string, body: object) => {
    const answer = await client.call<{ id: string }>("POST", path, body);
    expect(answer.status).toBeLessThan(300);
    return answer.body.id;
  };
  receiver.answer("/evil", () => ({ status: 500, body: HTML, headers: { "content-type": "text/html" } }));
  const endpoint = await client.webhook(`${receiver.url}/evil`);
  const template = await make("/api/v1/templates", {
    ...{ name: IMAGE, subject: IMAGE, text: IMAGE },
    html: `${IMAGE}<script>ran=1</script><a href="javascript:ran=1">link</a>`,
  });
  await make("/api/v1/api-keys", { name: IMAGE });
  const segment = await make("/api/v1/segments", { name: IMAGE });
  await make("/api/v1/topics", { name: IMAGE, description: IMAGE, default_subscription: "opt_in" });
  await make("/api/v1/contact-properties", { key: "evil", type: "string", fallback_value: IMAGE });
  const contact = await make("/api/v1/contacts", {
    ...{ email: "evil@example.com", first_name: IMAGE, properties: { evil: IMAGE } },
    segments: [{ id: segment }],
  });
  const broadcast = await make("/api/v1/broadcasts", {
    ...{ name: IMAGE, segment_id: segment, from: `"${IMAGE.replaceAll('"', "")}" <evil@${domain}>` },
    ...{ subject: IMAGE, preview_text: IMAGE, html: `${IMAGE}<script>ran=1</script>{{ first_name }}` },
  });
  const sent = await make(`/api/v1/broadcasts/${broadcast}/duplicate`, {});
  await make(`/api/v1/broadcasts/${sent}/send`, {});
  const bounced = await client.send({ to: "bounce+evil@simulator.amazonses.com", subject: IMAGE });
  await eventually(async () => expect((await client.email(bounced)).status).toBe("bounced"));
  // As SES hands on what a receiving server said.
  await database.rows(
    "UPDATE events SET data = replace(data::text, '550 5.1.1', $1)::jsonb WHERE subject_id = $2",
    [`550 ${IMAGE.replaceAll('"', "")}`, bounced],
  );
  const events = `/api/v1/webhooks/${endpoint.id}/events`;
  let event = "";
  await eventually(async () => {
    const told = await list(client, events);
    event = told[0]?.id ?? "";
    expect(await list(client, `${events}/${event}/attempts`)).not.toEqual([]);
  });
  return [
    ...["/overview", "/templates", `/templates/${template}`, `/templates/${template}/versions`],
    ...["/api-keys", "/webhooks", `/webhooks/${endpoint.id}`, `/webhooks/${endpoint.id}?event=${event}`],
    ...["/contacts", "/contacts?open=properties", `/contacts/${contact}`, "/segments", "/topics"],
    ...["/broadcasts", `/broadcasts/${broadcast}`, `/broadcasts/${broadcast}?contact=evil@example.com`],
    ...[`/broadcasts/${broadcast}?part=values`, `/broadcasts/${sent}`],
    ...["/emails", `/emails/${bounced}`, "/suppressions", "/logs", "/sandbox", "/settings/audit-log"],
  ];
}

/** → where it is shown to operators. */
async function plantOthers(stack: Stack): Promise<string[]> {
  const { accountId, client, domain } = await stack.createAccount();
  await client.call("PATCH", "/api/v1/account", { name: IMAGE });
  await client.send({
    ...FRAUD,
    from: `PayPal Support <support@${domain}>`,
    html: `${FRAUD.html}${HTML}`,
  });
  let reviewCase = "";
  await eventually(async () => {
    const { data } = await stack.cli("case", "list");
    reviewCase = data[0]?.id;
    expect(reviewCase).toBeDefined();
  });
  const { account } = await stack.cli("account", "show", "--account", accountId);
  if (account.standing !== "suspended")
    await stack.cli("account", "suspend", "--account", accountId, "--reason", IMAGE);
  await client.call("POST", "/api/v1/account/appeals", { message: IMAGE });
  return [
    ...["/operator", "/operator/accounts", `/operator/accounts/${accountId}`, "/operator/appeals"],
    ...["/operator/review-cases", `/operator/review-cases/${reviewCase}`, "/operator/audit-log"],
  ];
}

async function list(client: ApiClient, path: string): Promise<{ id: string }[]> {
  return (await client.call<{ data: { id: string }[] }>("GET", path)).body.data;
}
