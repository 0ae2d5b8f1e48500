import { expect } from "@jest/globals";
import { make } from "@sendex/e2e/pages/make";
import { usePages } from "@sendex/e2e/pages/use-pages";

const onPages = usePages();

onPages(
  "a segment of a rule is made, counted on the way, shows whom it holds, and is edited",
  async ({ stack, visit }) => {
    const { client } = stack.tenant;
    await make(client, "/api/v1/contact-properties", { key: "seats", type: "number" });
    await make(client, "/api/v1/contact-properties", { key: "plan", type: "string" });
    const people = [
      { email: "ada@rules.example", properties: { plan: "pro", seats: 12 } },
      { email: "grace@rules.example", properties: { plan: "Pro", seats: 3 } },
      { email: "linus@rules.example", properties: { plan: "free" } },
    ];
    for (const person of people) await make(client, "/api/v1/contacts", person);
    const { page } = await visit();
    await page.goto("/segments");
    await page.getByRole("button", { name: "New segment" }).click();
    const dialog = page.getByRole("dialog", { name: "New segment" });
    await dialog.getByLabel("Name").fill("Pro and small");
    await dialog.getByText("Rule", { exact: true }).click();
    const counted = dialog.getByRole("status");
    const create = dialog.getByRole("button", { name: "New segment" });
    await counted.getByText("Fill in every condition").waitFor();
    expect(await create.isDisabled()).toBe(true);
    const choose = async (place: number, box: string, option: string) => {
      const row = dialog.getByRole("group", { name: `Condition ${place}`, exact: true });
      await row.getByRole("combobox", { name: box }).click();
      await page.getByRole("option", { name: option, exact: true }).click();
    };
    const row = (place: number) => dialog.getByRole("group", { name: `Condition ${place}`, exact: true });
    await choose(1, "What it is about", "plan");
    await row(1).getByRole("textbox", { name: "Value" }).fill("pro");
    await counted.getByText("2 contacts", { exact: true }).waitFor();
    await dialog.getByRole("button", { name: "Add condition" }).click();
    await choose(2, "What it is about", "seats");
    await choose(2, "How", "is less than");
    await row(2).getByRole("textbox", { name: "Value" }).fill("5");
    await counted.getByText("1 contact", { exact: true }).waitFor();
    await dialog.getByRole("button", { name: "Add condition" }).click();
    await choose(3, "What it is about", "Opened");
    await choose(3, "How", "never");
    await counted.getByText("1 contact", { exact: true }).waitFor();
    await create.click();
    await page.getByRole("link", { name: "Pro and small" }).click();
    await page.waitForURL(/\/contacts\?segment=seg_/);
    await page.getByRole("link", { name: "grace@rules.example" }).waitFor();
    await page.getByRole("link", { name: "ada@rules.example" }).waitFor({ state: "detached" });

    await page.goto("/segments");
    await page.getByRole("button", { name: "More about Pro and small" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    const editing = page.getByRole("dialog", { name: "Edit segment" });
    await editing.getByRole("button", { name: "Remove condition 2" }).click();
    await editing.getByRole("status").getByText("2 contacts", { exact: true }).waitFor();
    await editing.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    const { body } = await client.call<{ data: { rule: unknown }[] }>("GET", "/api/v1/segments");
    expect(body.data).toMatchObject([
      {
        rule: {
          match: "all",
          conditions: [
            { field: "properties.plan", operator: "equals", value: "pro" },
            { field: "opened", operator: "is_not_set" },
          ],
        },
      },
    ]);
  },
);
