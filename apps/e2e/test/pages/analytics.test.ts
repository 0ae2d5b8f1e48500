import { expect } from "@jest/globals";
import { eventually } from "@sendex/e2e/eventually";
import { untilSettled } from "@sendex/e2e/pages/settled";
import { usePages } from "@sendex/e2e/pages/use-pages";
import type { Stack } from "@sendex/e2e/stack";

const onPages = usePages();

const SPRING = [{ name: "campaign", value: "spring" }];
const AUTUMN = [{ name: "campaign", value: "autumn" }];

/** Three mails of one campaign, one of which bounces, and two of another. */
async function send({ tenant: { client } }: Stack): Promise<void> {
  await client.send({ to: "grace.hopper@example.com", tags: SPRING });
  await client.send({ to: "margaret.hamilton@example.org", tags: SPRING });
  await client.send({ to: "bounce@simulator.amazonses.com", tags: SPRING });
  await client.send({ to: "katherine.johnson@example.com", tags: AUTUMN });
  await client.send({ to: "linus@example.net", tags: AUTUMN });
  await eventually(async () => {
    const path = "/api/v1/emails/metrics?metrics=delivered,bounced";
    const { body } = await client.call<{ totals: { delivered: number; bounced: number } }>("GET", path);
    expect(body.totals).toEqual({ delivered: 4, bounced: 1 });
  });
}

onPages("mails are counted, and a row leads to its mail alone and back", async ({ stack, visit }) => {
  await send(stack);
  const { page } = await visit();
  await page.goto("/analytics");
  await page.getByRole("heading", { level: 1, name: "Analytics" }).waitFor();
  const sum = (name: RegExp) => page.getByRole("button", { name });
  await sum(/^Sent 5/).waitFor();
  await sum(/^Bounced 1\D.*20% of sent/).click();
  await page.getByText("Bounced by day").waitFor();
  expect(new URL(page.url()).searchParams.get("show")).toBe("bounced");

  await page.getByText("Tag", { exact: true }).click();
  await page.waitForURL(/by=tag/);
  const table = page.getByRole("table", { name: "Breakdown" });
  await table.getByRole("row").filter({ hasText: "campaign:autumn" }).waitFor();
  await table.getByRole("link", { name: "campaign:spring" }).click();
  await page.waitForURL((url) => url.searchParams.get("tag") === "campaign:spring");
  await sum(/^Sent 3/).waitFor();
  expect(await page.getByRole("radio", { name: "Template" }).isDisabled()).toBe(true);

  await page.goBack();
  await sum(/^Sent 5/).waitFor();
  await page.goForward();
  await sum(/^Sent 3/).waitFor();
  await page.getByRole("button", { name: "Tag: campaign:spring: take the filter away" }).click();
  await sum(/^Sent 5/).waitFor();
  await table.getByRole("link", { name: "campaign:autumn" }).waitFor();
});

onPages("the keyboard goes through the chart, and the table has the same figures", async ({ visit }) => {
  const { page } = await visit();
  await page.goto("/analytics?period=month");
  await untilSettled(page);
  await page.getByRole("group", { name: /^Sent: line of 30 points, 5 in all/ }).focus();
  await page.keyboard.press("End");
  await page.getByRole("status").filter({ hasText: "so far" }).waitFor();
  await page.getByTitle("Table").click();
  await page.waitForURL(/as=table/);
  const table = page.getByRole("table", { name: "Figures of the period" });
  // On whichever day they were sent.
  await table.getByText("5", { exact: true }).waitFor();
});

onPages("g a leads here, and test mail is apart from live mail", async ({ visit }) => {
  const { page } = await visit({ mode: "test" });
  await page.goto("/overview");
  await untilSettled(page);
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.waitForURL(/\/analytics$/);
  await page.getByText("No mail to count").waitFor();
});

onPages("it speaks Japanese", async ({ visit }) => {
  const { page } = await visit({ language: "ja-JP" });
  await page.goto("/analytics");
  await page.getByRole("heading", { level: 1, name: "分析" }).waitFor();
  await page.getByRole("button", { name: /^送信 5/ }).waitFor();
});
