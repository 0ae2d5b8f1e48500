import { expect } from "@jest/globals";
import { eventually } from "@sendex/e2e/eventually";
import { untilSettled } from "@sendex/e2e/pages/settled";
import { usePages } from "@sendex/e2e/pages/use-pages";
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
const HTML = `${PAYLOADS.join("")}<a href="javascript:ran=1">link</a><form action="/api/v1/emails" method="post"><button>go</button></form>
  <meta http-equiv="refresh" content="0;url=https://evil.example"><base href="https://evil.example/"><style>@import "https://evil.example/x.css";</style>
  <iframe src="/overview"></iframe><object data="/overview"></object>`;

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
    const id = await stack.tenant.client.send({ to: "you@example.com", subject: "Hostile", html: HTML });
    const { page, complaints } = await visit();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`/emails/${id}`);
    await page.frameLocator("iframe").getByText("link").waitFor();
    await untilSettled(page);
    expect(await page.evaluate("typeof ran")).toBe("undefined");
    expect(new URL(page.url()).pathname).toBe(`/emails/${id}`);
    expect(asked.filter((url) => !url.startsWith(stack.apiUrl) && !url.startsWith("data:"))).toEqual([]);
    for (const frame of page.frames().slice(1)) expect(frame.url()).not.toContain("evil.example");
    // What the frame's policy refused is written down there; that it did is the point.
    complaints.length = 0;
  },
);
