import { expect } from "@jest/globals";
import type { Broadcast } from "@sendex/sdk/generated/api";
import { eventually } from "@sendex/e2e/eventually";
import { untilBroadcast } from "@sendex/e2e/pages/broadcasts";
import { make } from "@sendex/e2e/pages/make";
import { makeMember } from "@sendex/e2e/pages/people";
import { usePages } from "@sendex/e2e/pages/use-pages";
import type { Tenant } from "@sendex/e2e/stack";

const onPages = usePages();

/** A segment with these contacts, of whom each has a first name. → its id */
async function makeSegment({ client }: Tenant, name: string, contacts: [string, string][]): Promise<string> {
  const segment = await make(client, "/api/v1/segments", { name });
  for (const [email, first_name] of contacts)
    await make(client, "/api/v1/contacts", { email, first_name, segments: [{ id: segment }] });
  return segment;
}

function words({ domain }: Tenant, segment: string) {
  return {
    ...{ segment_id: segment, from: `Acme <news@${domain}>`, subject: "News for {{ first_name }}" },
    html: `<p>Hello {{ first_name }}</p><a href="{{{unsubscribe_url}}}">Unsubscribe</a>`,
  };
}

onPages("a broadcast is written, previewed, sent and seen to end", async ({ stack, visit }) => {
  const { client, domain } = stack.tenant;
  await makeSegment(stack.tenant, "Readers", [
    ["success+clicked@simulator.amazonses.com", "Ida"],
    ["ada@example.com", "Ada"],
  ]);
  await make(client, "/api/v1/contacts", { email: "gone@example.com", unsubscribed: true });
  const { page } = await visit();
  await page.goto("/broadcasts");
  await page.getByRole("button", { name: "New broadcast" }).click();
  const dialog = page.getByRole("dialog", { name: "New broadcast" });
  await dialog.getByLabel("Name").fill("News of March");
  await dialog.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: "Readers" }).click();
  await dialog.getByRole("button", { name: "Write it" }).click();
  await page.getByRole("heading", { level: 1, name: /^News of March/ }).waitFor();
  await page.getByText("Write and save first:").waitFor();
  await page.getByLabel("From").fill(`Acme <news@${domain}>`);
  await page.getByLabel("Subject").fill("News for {{ first_name }}");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("News for Ada").waitFor();
  await preview.getByRole("combobox").fill("success");
  await page.getByRole("option", { name: "success+clicked@simulator.amazonses.com" }).click();
  await preview.getByText("News for Ida").waitFor();
  const frame = preview.frameLocator("iframe[aria-hidden=false]");
  await frame.getByText("Hello Ida,").waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const sending = page.getByRole("dialog", { name: "Send the broadcast" });
  await sending.getByText("2 contacts get it.").waitFor();
  await sending.getByRole("button", { name: "Send to 2 contacts" }).click();
  await page.getByText(/^Sent, /).waitFor();
  const results = page.getByRole("region", { name: "Results" });
  await results.locator("[data-name=clicked]").getByText("1", { exact: true }).waitFor();
  await page.reload();
  await page.getByRole("combobox", { name: "Outcome" }).click();
  await page.getByRole("option", { name: "Clicked" }).click();
  await page.getByRole("link", { name: "ada@example.com" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "success+clicked@simulator.amazonses.com" }).click();
  await page.waitForURL(/\/emails\/msg_/);
});

onPages("what a draft still lacks is said before it is sent", async ({ stack, visit }) => {
  const id = await make(stack.tenant.client, "/api/v1/broadcasts", { name: "Unfinished" });
  const { page, complaints } = await visit();
  await page.goto(`/broadcasts/${id}`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const sending = page.getByRole("dialog", { name: "Send the broadcast" });
  await sending.getByText("0 contacts get it.").waitFor();
  await sending.getByRole("button", { name: "Send to 0 contacts" }).click();
  await sending.getByRole("alert").getByText("segment_id is required: who is to get it?").waitFor();
  // What a draft lacks is answered with 400, which the browser writes down.
  complaints.length = 0;
});

onPages("a slow broadcast is paused, goes on, and is cancelled", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  const segment = await makeSegment(stack.tenant, "Slow readers", [
    ["grace@example.com", "Grace"],
    ["linus@example.com", "Linus"],
    ["margaret@example.com", "Margaret"],
  ]);
  const slow = { ...words(stack.tenant, segment), name: "Slow news", per_hour: 60, send: true };
  const id = await make(client, "/api/v1/broadcasts", slow);
  const { page } = await visit();
  await page.goto("/broadcasts");
  await page.getByRole("link", { name: "Slow news" }).click();
  await page.getByText("1 of 3 contacts done.").waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Somebody paused it.").waitFor();
  await untilBroadcast(client, id, ({ state }) => state === "paused");
  await page.getByRole("button", { name: "Resume" }).click();
  await page.getByText("It is being sent.").waitFor();
  await page.getByRole("button", { name: "Cancel broadcast" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel this broadcast?" });
  await dialog.getByRole("button", { name: "Cancel broadcast" }).click();
  await page.getByText(/^Cancelled, /).waitFor();
});

onPages("two subjects are tried, and the rest gets the one that is chosen", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  const people = Array.from({ length: 12 }, (_, i): [string, string] => [`reader${i}@example.com`, `R${i}`]);
  const segment = await makeSegment(stack.tenant, "Undecided readers", people);
  const id = await make(client, "/api/v1/broadcasts", {
    ...words(stack.tenant, segment),
    name: "Tried news",
  });
  const { page } = await visit();
  await page.goto(`/broadcasts/${id}`);
  await page.getByRole("button", { name: "Try a second subject" }).click();
  await page.getByLabel("Subject B", { exact: true }).fill("What is new, {{ first_name }}?");
  await page.getByLabel("Contacts in the test").fill("50");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByText("Subject B").click();
  await preview.getByText("What is new, Ada?").waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const sending = page.getByRole("dialog", { name: "Send the broadcast" });
  await sending.getByRole("button", { name: "Send to 12 contacts" }).click();
  const test = page.getByRole("region", { name: "Two subjects" });
  await test.getByText(/The rest gets the better one on /).waitFor();
  await test.getByRole("button", { name: "Send “What is new, {{ first_name }}?” to the rest" }).click();
  await page.getByText(/^Sent, /).waitFor();
  await test.getByRole("row").filter({ hasText: "What is new" }).getByText("Won").waitFor();
  await untilBroadcast(client, id, ({ mails, subject_test }) => mails === 12 && subject_test?.winner === "b");
  await page.getByRole("button", { name: "Send again to the rest" }).click();
  await page.getByText("Only whom “Tried news” did not reach").waitFor();
  await page.getByRole("button", { name: "To everybody in the segment" }).click();
  await page.getByText("Only whom “Tried news” did not reach").waitFor({ state: "detached" });
});

onPages("a broadcast is scheduled, taken back, duplicated and removed", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  const segment = await makeSegment(stack.tenant, "Patient readers", [["katherine@example.com", "Kay"]]);
  const id = await make(client, "/api/v1/broadcasts", { ...words(stack.tenant, segment), name: "Later" });
  const { page } = await visit();
  await page.goto(`/broadcasts/${id}`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const sending = page.getByRole("dialog", { name: "Send the broadcast" });
  await sending.getByText("At a time").click();
  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
  await sending.getByRole("textbox", { name: "Begins" }).fill(soon);
  await sending.getByRole("button", { name: "Schedule" }).click();
  await page.getByText(/^It begins on /).waitFor();
  await page.getByRole("button", { name: "Cancel broadcast" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel broadcast" }).click();
  await page.getByRole("region", { name: "Writing" }).waitFor();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.waitForURL((url) => /\/broadcasts\/bc_/.test(url.pathname) && !url.pathname.endsWith(id));
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await page.waitForURL(/\/broadcasts$/);
  await page.getByText("The broadcast is removed.").waitFor();
  await eventually(async () => expect(await page.getByRole("link", { name: "Later" }).count()).toBe(1));
});

onPages("a test of a draft goes to an address with a contact's values", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  const segment = await makeSegment(stack.tenant, "Testers", [["hedy@example.com", "Hedy"]]);
  const id = await make(client, "/api/v1/broadcasts", { ...words(stack.tenant, segment), name: "Tried" });
  const { page } = await visit();
  await page.goto(`/broadcasts/${id}?contact=hedy@example.com`);
  await page.getByRole("region", { name: "Preview" }).getByText("News for Hedy").waitFor();
  await page.getByRole("button", { name: "Send test" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a test mail" });
  await dialog.getByText("It has the values of hedy@example.com").waitFor();
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await dialog.getByRole("link", { name: "Follow it" }).click();
  await page.getByRole("heading", { level: 1, name: "[Test] News for Hedy" }).waitFor();
});

onPages("a viewer sees broadcasts, and changes nothing", async ({ stack, visit }) => {
  const { client, accountId } = stack.tenant;
  const segment = await makeSegment(stack.tenant, "Watched", [["joan@example.com", "Joan"]]);
  const draft = { ...words(stack.tenant, segment), name: "Watched draft" };
  const id = await make(client, "/api/v1/broadcasts", draft);
  const { page } = await visit({ as: await makeMember(stack, accountId, "viewer") });
  await page.goto("/broadcasts");
  await page.getByRole("link", { name: "Watched draft" }).click();
  await page.getByRole("region", { name: "Preview" }).getByText("News for Ada").waitFor();
  for (const name of ["Send", "Send test", "Save", "More"])
    expect(await page.getByRole("button", { name, exact: true }).count()).toBe(0);
  expect(await page.getByLabel("Subject").isEditable()).toBe(false);
  const { body } = await client.call<Broadcast>("GET", `/api/v1/broadcasts/${id}`);
  expect(body.state).toBe("draft");
});
