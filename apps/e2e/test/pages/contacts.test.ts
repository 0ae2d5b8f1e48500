import { expect } from "@jest/globals";
import { make } from "@sendex/e2e/pages/make";
import { makeMember } from "@sendex/e2e/pages/people";
import { usePages } from "@sendex/e2e/pages/use-pages";

const onPages = usePages();

onPages("a contact is added, found, unsubscribed and seen among those who are", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  await make(client, "/api/v1/contact-properties", { key: "plan", type: "string" });
  const { page } = await visit();
  await page.goto("/contacts");
  await page.getByRole("button", { name: "Add contact" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a contact" });
  await dialog.getByLabel("Address").fill("ada@example.com");
  await dialog.getByLabel("First name").fill("Ada");
  await dialog.getByLabel("plan").fill("pro");
  await dialog.getByRole("button", { name: "Add contact" }).click();
  await page.getByText("ada@example.com is a contact now.").waitFor();
  await make(client, "/api/v1/contacts", { email: "grace@example.com" });
  await page.getByRole("searchbox", { name: "Search addresses and names" }).fill("ADA");
  await page.waitForURL(/q=ADA/);
  await page.getByRole("row").filter({ hasText: "ada@example.com" }).getByText("Subscribed").waitFor();
  await page.getByRole("link", { name: "ada@example.com" }).click();
  expect(await page.getByLabel("plan").inputValue()).toBe("pro");
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await page.getByText("It gets no bulk mail and no mail of topics.").waitFor();
  await page.goto("/contacts");
  await page.getByRole("button", { name: "Subscription" }).click();
  await page.getByRole("menuitem", { name: "Unsubscribed" }).click();
  await page.waitForURL(/state=unsubscribed/);
  await page.getByRole("row").filter({ hasText: "ada@example.com" }).getByText("Unsubscribed").waitFor();
  await page.getByText("grace@example.com").waitFor({ state: "detached" });
});

const CSV =
  "E-Mail,First name,Plan\nada@import.example,Ada,pro\ngrace@import.example,Grace,\nnobody,Nobody,\n";

onPages(
  "a file of contacts is imported, its columns mapped, and its bad rows saved",
  async ({ stack, visit }) => {
    const { client } = stack.tenant;
    await make(client, "/api/v1/contact-properties", { key: "tariff", type: "string" });
    await make(client, "/api/v1/segments", { name: "Imported" });
    const { page } = await visit();
    await page.goto("/contacts");
    await page.getByRole("button", { name: "Import" }).click();
    const dialog = page.getByRole("dialog", { name: "Import contacts" });
    const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
    await dialog.locator("input[type=file]").setInputFiles(file);
    await dialog.getByText("ada@import.example · grace@import.example · nobody").waitFor();
    expect(await dialog.getByRole("combobox", { name: "What E-Mail is" }).inputValue()).toBe("Address");
    await dialog.getByRole("combobox", { name: "What Plan is" }).click();
    await page.getByRole("option", { name: "tariff" }).click();
    await dialog.getByRole("combobox", { name: "Put all of them in segments" }).click();
    await page.getByRole("option", { name: "Imported" }).click();
    await dialog.getByText("A CSV in UTF-8").click();
    await dialog.getByRole("button", { name: "Import contacts" }).click();
    // The scheduler reads it in, and the list updates by itself.
    await dialog.getByText("Read in", { exact: true }).waitFor();
    const saving = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Bad rows" }).click();
    expect((await saving).suggestedFilename()).toBe("bad-rows.csv");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "grace@import.example" }).waitFor();
    await page.getByRole("link", { name: "ada@import.example" }).click();
    expect(await page.getByLabel("tariff").inputValue()).toBe("pro");
    await page.getByRole("link", { name: "Imported" }).waitFor();
  },
);

onPages("a segment is made, takes a contact in, and shows it", async ({ stack, visit }) => {
  await make(stack.tenant.client, "/api/v1/contacts", { email: "linus@example.com" });
  const { page } = await visit();
  await page.goto("/segments");
  await page.getByRole("button", { name: "New segment" }).click();
  const dialog = page.getByRole("dialog", { name: "New segment" });
  await dialog.getByLabel("Name").fill("Customers");
  await dialog.getByRole("button", { name: "New segment" }).click();
  await page.getByRole("link", { name: "Customers" }).waitFor();
  await page.goto("/contacts/linus@example.com");
  await page.getByRole("combobox", { name: "Add to a segment" }).click();
  await page.getByRole("option", { name: "Customers" }).click();
  await page.getByRole("link", { name: "Customers" }).click();
  await page.waitForURL(/\/contacts\?segment=seg_/);
  await page.getByRole("link", { name: "linus@example.com" }).waitFor();
});

onPages("a topic is made, and a contact's switch chooses it", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  const contact = await make(client, "/api/v1/contacts", { email: "margaret@example.com" });
  const { page } = await visit();
  await page.goto("/topics");
  await page.getByRole("button", { name: "New topic" }).click();
  const dialog = page.getByRole("dialog", { name: "New topic" });
  await dialog.getByLabel("Name").fill("Product news");
  await dialog.getByLabel("Description").fill("What is new, once a month.");
  await dialog.getByRole("radio", { name: "Does not (opt out)" }).click();
  await dialog.getByRole("button", { name: "New topic" }).click();
  const row = page.getByRole("row").filter({ hasText: "Product news" });
  await row.getByText("Does not (opt out)").waitFor();
  await page.goto(`/contacts/${contact}`);
  const chosen = page.waitForResponse((response) => response.request().method() === "PATCH");
  // Its label takes the click.
  await page.getByRole("switch", { name: /^Product news/ }).click({ force: true });
  expect((await chosen).status()).toBe(200);
  const path = `/api/v1/contacts/${contact}/topics`;
  const { body } = await client.call<{ data: { name: string; subscription: string }[] }>("GET", path);
  expect(body.data).toMatchObject([{ name: "Product news", subscription: "opt_in" }]);
});

onPages("a viewer sees all of it, and changes nothing", async ({ stack, visit }) => {
  const { client, accountId } = stack.tenant;
  await make(client, "/api/v1/contacts", { email: "katherine@example.com" });
  const { page } = await visit({ as: await makeMember(stack, accountId, "viewer") });
  await page.goto("/contacts/katherine@example.com");
  await page.getByRole("region", { name: "Details" }).getByText("katherine@example.com").first().waitFor();
  for (const name of ["Unsubscribe", "Remove contact", "Save"])
    expect(await page.getByRole("button", { name }).count()).toBe(0);
  await page.goto("/contacts");
  await page.getByRole("link", { name: "katherine@example.com" }).waitFor();
  expect(await page.getByRole("button", { name: "Add contact" }).count()).toBe(0);
});

onPages("contacts and suppressions are saved as CSV", async ({ stack, visit }) => {
  const { client } = stack.tenant;
  await make(client, "/api/v1/contacts", { email: "csv@example.com" });
  await make(client, "/api/v1/suppressions", { email: "stopped@example.com" });
  const { page } = await visit();
  for (const name of ["contacts", "suppressions", "logs"]) {
    await page.goto(`/${name}`);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    expect((await saving).suggestedFilename()).toBe(`${name}.csv`);
  }
});
