import { expect } from "@jest/globals";
import type { Broadcast } from "@sendex/sdk/generated/api";
import { eventually } from "@sendex/e2e/eventually";
import { graveProblems } from "@sendex/e2e/pages/accessibility";
import { make } from "@sendex/e2e/pages/make";
import { usePages } from "@sendex/e2e/pages/use-pages";
import type { Page } from "playwright-core";

const onPages = usePages();

/** A picture of one pixel, the smallest that there is. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const add = async (page: Page, kind: string) => {
  await page.getByRole("button", { name: "Add a block" }).last().click();
  await page.getByRole("menuitem", { name: kind, exact: true }).click();
};
const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.getByText("Saved").first().waitFor();
};

onPages("a broadcast is written with blocks, an uploaded image among them", async ({ stack, visit }) => {
  const { client, domain } = stack.tenant;
  const words = { name: "Blocks", subject: "News", from: `news@${domain}` };
  const id = await make(client, "/api/v1/broadcasts", words);
  const { page } = await visit();
  await page.goto(`/broadcasts/${id}`);
  await page.getByRole("radiogroup", { name: "How the mail is written" }).getByText("Blocks").click();
  const blocks = page.getByRole("list", { name: "Blocks of the mail" });
  await blocks.getByRole("listitem").first().waitFor();
  const heading = blocks.getByRole("textbox", { name: "Heading" });
  await heading.fill("Tea for {{ first_name }}");
  const text = blocks.getByRole("textbox", { name: "Text", exact: true });
  await text.fill("Fresh and hot");
  await text.press("ControlOrMeta+a");
  await blocks.getByRole("button", { name: "Bold" }).nth(1).click();
  await blocks.getByRole("button", { name: "Link" }).nth(1).click();
  await page.getByLabel("Link").last().fill("https://acme.example/tea");
  await page.getByRole("button", { name: "Set the link" }).click();
  await add(page, "Image");
  await blocks.getByRole("button", { name: "Choose an image" }).click();
  const images = page.getByRole("dialog", { name: "Images" });
  await images.getByText("There are no images yet.").waitFor();
  const chooser = page.waitForEvent("filechooser");
  await images.getByRole("button", { name: "Upload an image" }).click();
  await (await chooser).setFiles({ name: "Cup.png", mimeType: "image/png", buffer: PIXEL });
  await images.waitFor({ state: "detached" });
  await blocks.getByRole("textbox", { name: "What the image shows" }).fill("A cup of tea");
  expect(await graveProblems(page)).toEqual([]);
  await save(page);
  const { body } = await client.call<Broadcast>("GET", `/api/v1/broadcasts/${id}`);
  expect(body.html).toMatch(/Tea for \{\{ first_name \}\}/);
  expect(body.html).toMatch(/href="https:\/\/acme\.example\/tea"[^>]*><strong>Fresh and hot<\/strong>/);
  const [, address = ""] = /src="([^"]+\/cup\.png)" alt="A cup of tea"/.exec(body.html ?? "") ?? [];
  expect((await fetch(`${stack.apiUrl}${new URL(address).pathname}`)).headers.get("content-type")).toBe(
    "image/png",
  );
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.frameLocator("iframe[aria-hidden=false]").getByText("Tea for Ada").waitFor();
  expect(await preview.getByRole("button", { name: "Show images" }).count()).toBe(0);
  await page.reload();
  await page.getByRole("textbox", { name: "Heading" }).getByText("Tea for {{ first_name }}").waitFor();
});

onPages(
  "blocks are moved, copied and removed by keys alone, and what happened is said",
  async ({ stack, visit }) => {
    const items = ["One", "Two", "Three"].map((text) => ({ type: "heading", level: 2, spans: [{ text }] }));
    const id = await make(stack.tenant.client, "/api/v1/broadcasts", { name: "Moved", blocks: { items } });
    const { page } = await visit();
    await page.goto(`/broadcasts/${id}`);
    const blocks = page.getByRole("list", { name: "Blocks of the mail" });
    const words = () => blocks.getByRole("textbox", { name: "Heading" }).allTextContents();
    await blocks.getByRole("button", { name: "Move Heading 1 down" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Moved to place 2 of 3").waitFor();
    expect(await words()).toEqual(["Two", "One", "Three"]);
    // The focus has gone along: once more moves the same one.
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await words()).toEqual(["Two", "Three", "One"]));
    await blocks.getByRole("button", { name: "Duplicate Heading 1" }).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await words()).toEqual(["Two", "Two", "Three", "One"]));
    // It stands in the copy, and types on there.
    await page.keyboard.press("End");
    await page.keyboard.type(" more");
    await eventually(async () => expect(await words()).toEqual(["Two", "Two more", "Three", "One"]));
    await blocks.getByRole("button", { name: "Remove Heading 1" }).focus();
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await words()).toEqual(["Two more", "Three", "One"]));
    await save(page);
    const { body } = await stack.tenant.client.call<Broadcast>("GET", `/api/v1/broadcasts/${id}`);
    expect(body.blocks).toMatchObject({ items: [{ spans: [{ text: "Two more" }] }, {}, {}] });
  },
);

onPages(
  "a template's blocks are previewed as they are written, and given up for the HTML that they made",
  async ({ stack, visit }) => {
    const { client } = stack.tenant;
    const items = [
      { type: "columns", columns: [[{ type: "heading", level: 2, spans: [{ text: "Left" }] }], []] },
    ];
    const id = await make(client, "/api/v1/templates", { name: "Columns", subject: "Hi", blocks: { items } });
    const { page } = await visit();
    await page.goto(`/templates/${id}`);
    const right = page.getByRole("listitem").filter({ hasText: "Two columns" });
    await right.getByRole("button", { name: "Add a block" }).nth(1).click();
    await page.getByRole("menuitem", { name: "Button", exact: true }).click();
    await page.getByLabel("Words on the button").fill("Press");
    await page.getByRole("textbox", { name: "Link", exact: true }).fill("https://acme.example/{{ id }}");
    const frame = page.getByRole("region", { name: "Preview" }).frameLocator("iframe[aria-hidden=false]");
    await frame.getByText("Press").waitFor();
    await page.getByRole("button", { name: "Blocks", exact: true }).click();
    await page.getByRole("menuitem", { name: "Go on in HTML" }).click();
    await page
      .getByRole("dialog", { name: "Go on in HTML?" })
      .getByRole("button", { name: "Write HTML" })
      .click();
    await page.getByRole("textbox", { name: "HTML" }).waitFor();
    await save(page);
    await eventually(async () => {
      const { body } = await client.call<{ blocks: unknown; html: string }>("GET", `/api/v1/templates/${id}`);
      expect(body).toMatchObject({
        blocks: null,
        html: expect.stringContaining('href="https://acme.example/{{ id }}"'),
      });
    });
  },
);
