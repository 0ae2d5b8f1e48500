import { expect } from "@jest/globals";
import { untilSettled } from "@sendex/e2e/pages/settled";
import { openShowcase, type Showcase } from "@sendex/e2e/pages/showcase";
import { usePages } from "@sendex/e2e/pages/use-pages";
import type { Stack } from "@sendex/e2e/stack";

const onPages = usePages();

let showcase: Promise<Showcase> | undefined;
const shown = (stack: Stack): Promise<Showcase> => (showcase ??= openShowcase(stack));

onPages("the list shows each message with what became of it", async ({ stack, visit }) => {
  await shown(stack);
  const { page } = await visit();
  await page.goto("/emails");
  const rows = page.getByRole("table", { name: "Emails" }).getByRole("row");
  await rows.filter({ hasText: "Your order #48213" }).getByText("Bounced").waitFor();
  await rows.filter({ hasText: "grace.hopper@example.com" }).getByText("Delivered").waitFor();
  await rows.filter({ hasText: "See you tomorrow" }).getByText("Scheduled").waitFor();
});

onPages(
  "a new message appears while one looks, and its status changes by itself",
  async ({ stack, visit }) => {
    const { page } = await visit();
    await page.goto("/emails");
    await untilSettled(page);
    await stack.tenant.client.send({ to: "live@example.com", subject: "Live and direct" });
    const row = page.getByRole("row").filter({ hasText: "Live and direct" });
    await row.getByText("Delivered").waitFor();
  },
);

onPages("filters live in the URL and come back with it", async ({ stack, visit }) => {
  await shown(stack);
  const { page } = await visit();
  await page.goto("/emails");
  await page.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitem", { name: "Bounced" }).click();
  await page.waitForURL(/status=bounced/);
  await page.getByRole("searchbox", { name: "Recipient" }).fill("bounce@simulator.amazonses.com");
  await page.waitForURL(/recipient=bounce/);
  await page.reload();
  await page.getByRole("row").filter({ hasText: "Your order #48213" }).waitFor();
  expect(await page.getByText("grace.hopper@example.com").count()).toBe(0);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByText("grace.hopper@example.com").first().waitFor();
});

onPages("the keyboard alone leads from the list into a message and back", async ({ stack, visit }) => {
  await shown(stack);
  const { page } = await visit();
  await page.goto("/overview");
  await untilSettled(page);
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await page.waitForURL(/\/emails$/);
  await page.getByRole("row").filter({ hasText: "Your order #48213" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("order");
  await page.waitForURL(/q=order/);
  await page.keyboard.press("Escape");
  await page.getByRole("row").filter({ hasText: "grace.hopper" }).waitFor({ state: "detached" });
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /Your order #48213/ }).waitFor();
});

onPages("a message tells in sentences what happened to it, and to whom", async ({ stack, visit }) => {
  const { bounced } = await shown(stack);
  const { page } = await visit();
  await page.goto(`/emails/${bounced}`);
  const story = page.getByRole("region", { name: "What happened" });
  await story.getByText(/It bounced \(Permanent, General\)/).waitFor();
  const recipients = page.getByRole("region", { name: "2 recipients" });
  await recipients.getByText("Delivered").waitFor();
  await recipients.getByText("Bounced").waitFor();
});

onPages("a mail is shown in a frame without scripts, origin or requests", async ({ stack, visit }) => {
  const html = `<h1>Hi</h1><img src="https://tracker.example/x.png"><script>document.title = "ran"</script>
    <img src=x onerror="parent.document.title = 'ran'"><a href="https://shop.example">Shop</a>`;
  const id = await stack.tenant.client.send({ to: "you@example.com", subject: "Framed", html });
  const { page, complaints } = await visit();
  await page.goto(`/emails/${id}`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { name: "Hi" }).waitFor();
  const sandbox = await page.locator("iframe").getAttribute("sandbox");
  expect(sandbox).not.toMatch(/allow-(scripts|same-origin|forms|top-navigation)/);
  await page.getByRole("button", { name: "Show images" }).waitFor();
  expect(await page.title()).toBe("Framed · Sendex");
  // The frame's policy tells of what it refused; that is its work.
  expect(
    complaints.filter((complaint) => !/Content Security Policy|Blocked script execution/.test(complaint)),
  ).toEqual([]);
  complaints.length = 0;
});

onPages("a scheduled message is moved, and cancelled after a question", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  const id = await client.send({ to: "later@example.com", subject: "Later", scheduled_at: "in 2 days" });
  const { page } = await visit();
  await page.goto(`/emails/${id}`);
  await page.getByRole("button", { name: "Reschedule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Send at").fill(localIn(20));
  await dialog.getByRole("button", { name: "Reschedule" }).click();
  await page.getByText("The email has a new time.").waitFor();
  await page.getByRole("button", { name: "Cancel email" }).click();
  await dialog.getByRole("button", { name: "Cancel email" }).click();
  await page.getByText("The email is cancelled.").waitFor();
  expect((await client.email(id)).status).toBe("cancelled");
});

onPages("what did not arrive is sent again as a new message to those it missed", async ({ stack, visit }) => {
  const { bounced } = await shown(stack);
  const { client } = stack.tenant;
  const { page } = await visit();
  await page.goto(`/emails/${bounced}`);
  await page.getByRole("button", { name: "Send again" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(bounced));
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const again = await client.email(id);
  expect(again.to).toEqual(["bounce@simulator.amazonses.com"]);
  expect(again.metadata).toEqual({ order: "48213" });
});

/** So many days from now at noon, as the input of Berlin's clock takes it. */
function localIn(days: number): string {
  const now = new Date();
  return `${new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T12:00`;
}
