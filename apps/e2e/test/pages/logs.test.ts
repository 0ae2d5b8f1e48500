import { expect } from "@jest/globals";
import { openShowcase, type Showcase } from "@sendex/e2e/pages/showcase";
import { usePages } from "@sendex/e2e/pages/use-pages";
import type { Stack } from "@sendex/e2e/stack";

const onPages = usePages();

let showcase: Promise<Showcase> | undefined;
const shown = (stack: Stack): Promise<Showcase> => (showcase ??= openShowcase(stack));

onPages("a message leads to the calls about it, and a call back to it", async ({ stack, visit }) => {
  const { bounced } = await shown(stack);
  const { page } = await visit();
  await page.goto(`/emails/${bounced}`);
  await page.getByRole("link", { name: "API calls" }).click();
  await page.waitForURL(new RegExp(`/logs\\?message_id=${bounced}`));
  await page.getByRole("link", { name: "POST /api/v1/emails" }).click();
  await page.getByRole("heading", { level: 1, name: "POST /api/v1/emails" }).waitFor();
  const request = page.getByRole("region", { name: "Request" });
  await request.getByText('"subject": "[').waitFor();
  expect(await request.textContent()).not.toContain("48213");
  await page.getByRole("link", { name: bounced }).click();
  await page.waitForURL(new RegExp(`/emails/${bounced}$`));
});

onPages("calls are narrowed by what the address says, and appear by themselves", async ({ stack, visit }) => {
  const { page } = await visit();
  await page.goto("/logs");
  await page.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitem", { name: "Refused (4xx)" }).click();
  await page.waitForURL(/status=4xx/);
  await stack.tenant.client.call("GET", "/api/v1/emails/msg_nowhere");
  const table = page.getByRole("table", { name: "Logs" });
  await table.getByText("404").first().waitFor();
  expect(await table.getByText("202").count()).toBe(0);
});

onPages("a list that could not be had comes by itself once the API answers", async ({ visit }) => {
  const { page, complaints } = await visit();
  const refusal = { error: "unavailable", message: "The database does not answer." };
  await page.route("**/api/v1/logs?*", (route) => route.fulfill({ status: 503, json: refusal }));
  await page.goto("/logs");
  await page.getByText(refusal.message).waitFor();
  complaints.length = 0;
  await page.unroute("**/api/v1/logs?*");
  await page.getByRole("table", { name: "Logs" }).waitFor();
});
