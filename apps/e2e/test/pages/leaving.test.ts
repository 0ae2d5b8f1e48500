import { expect } from "@jest/globals";
import { LANGUAGE_CODES } from "@sendex/api/audiences/public/languages";
import { WORDS } from "@sendex/api/audiences/leaving/words";
import { newId } from "@sendex/crypto/token";
import { graveProblems } from "@sendex/e2e/pages/accessibility";
import { tabTo } from "@sendex/e2e/pages/keyboard";
import { make } from "@sendex/e2e/pages/make";
import { type Pages, usePages } from "@sendex/e2e/pages/use-pages";
import { lookAgain } from "@sendex/e2e/pages/visit";
import { leaveUrl } from "@sendex/pipeline/audiences/link";
import type { Page } from "playwright-core";

const onPages = usePages();

const DAY_MS = 86_400_000;
const THIRTEEN_MONTHS_MS = 396 * DAY_MS;

/** A pixel of the account's. */
const LOGO =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** As the mail to this address carried it, which was sent so long ago. */
function linkOf({ stack }: Pick<Pages, "stack">, address: string, agoMs = 0): string {
  const { KEY_PEPPER: keyPepper = "", PUBLIC_URL: publicUrl = "" } = stack.env;
  const messageId = newId("msg", new Date(Date.now() - agoMs));
  const { accountId } = stack.tenant;
  const url = leaveUrl(
    { keyPepper, publicUrl },
    { accountId, mode: "live", address, topicId: null, messageId },
  );
  return new URL(url).pathname;
}

async function dress({ stack }: Pick<Pages, "stack">): Promise<void> {
  const body = { brand: { name: "Acme Invoicing", color: "#ffdd00", logo: LOGO } };
  await stack.tenant.client.call("PATCH", "/api/v1/account", body);
}

/** Nobody's page may be wider than its phone. */
async function expectNarrow(page: Page): Promise<void> {
  const wider: unknown = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect(wider).toBe(0);
}

onPages("a reader chooses by keys alone, without scripts, on a phone, in each language", async (pages) => {
  const { stack, visit } = pages;
  await dress(pages);
  const topic = { name: "Product news", default_subscription: "opt_in" };
  await make(stack.tenant.client, "/api/v1/topics", topic);
  const { page } = await visit({ as: null, phone: true, scripts: "off" });
  for (const language of LANGUAGE_CODES) {
    const words = WORDS[language];
    const address = `reader-${language}@example.com`;
    await page.goto(`${linkOf(pages, address)}?lang=${language}`);
    await page.getByRole("heading", { name: "Acme Invoicing" }).waitFor();
    await expectNarrow(page);
    await tabTo(page, startOf(words.all));
    // From leaving to a pause, and on to topics, of which one is taken away.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, /^Product news/);
    await page.keyboard.press("Space");
    await tabTo(page, startOf(words.save));
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText(words.saved).waitFor();
    expect(await page.getByRole("radio", { name: words.topics }).isChecked()).toBe(true);
    expect(await page.getByRole("checkbox", { name: "Product news" }).isChecked()).toBe(false);
    await page.getByRole("radio", { name: words.topics }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await tabTo(page, startOf(words.save));
    await page.keyboard.press("Enter");
    await page.getByText(words.left).waitFor();
    expect(await page.getByRole("radio", { name: words.all }).isChecked()).toBe(true);
  }
});

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

onPages("a link with one bit changed is of nobody; one of 13 months ago leaves", async (pages) => {
  const { page, complaints } = await pages.visit({ as: null, scripts: "off" });
  const path = linkOf(pages, "patient@example.com", THIRTEEN_MONTHS_MS);
  const bytes = Buffer.from(path.slice("/u/".length), "base64url");
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  const answer = await page.goto(`/u/${bytes.toString("base64url")}`);
  expect(answer?.status()).toBe(404);
  await page.getByRole("heading", { name: WORDS.en.unknownTitle }).waitFor();
  // The browser writes a 404 down as an error.
  complaints.length = 0;
  expect((await page.goto(path))?.status()).toBe(200);
  await page.getByRole("button", { name: WORDS.en.save }).click();
  await page.getByText(WORDS.en.left).waitFor();
});

onPages("axe finds nothing grave in it, light and dark, in any colour", async (pages) => {
  const { page } = await pages.visit({ as: null, phone: true });
  for (const color of ["#ffdd00", "#1a1a2e", "#808080", null]) {
    const body = { brand: { name: "Acme Invoicing", color, logo: color === null ? null : LOGO } };
    await pages.stack.tenant.client.call("PATCH", "/api/v1/account", body);
    for (const scheme of ["light", "dark"] as const) {
      await lookAgain(page, { scheme, phone: true });
      await page.goto(linkOf(pages, "looker@example.com"));
      const found = await graveProblems(page);
      expect([color, scheme, ...found]).toEqual([color, scheme]);
    }
  }
});

onPages("a name, a colour and a logo are seen before they are saved, and by readers after", async (pages) => {
  await pages.stack.tenant.client.call("PATCH", "/api/v1/account", {
    brand: { name: null, color: null, logo: null },
  });
  const { page } = await pages.visit();
  await page.goto("/settings/account");
  const card = page.getByRole("region", { name: "Your public pages" });
  await card.getByLabel("Name for readers").fill("Acme Reader");
  await card.getByLabel("Colour").fill("#0a7d4b");
  await card.locator("input[type=file]").setInputFiles({
    ...{ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(LOGO, "base64") },
  });
  const frame = page.frameLocator("iframe[title='How the page looks']:not([aria-hidden=true])");
  await frame.getByText("Mail from Acme Reader").waitFor();
  await frame.locator("img.logo").waitFor();
  const reader = await pages.visit({ as: null, scripts: "off" });
  await reader.page.goto(linkOf(pages, "ann@example.com"));
  expect(await reader.page.getByText("Acme Reader").count()).toBe(0);
  await card.getByRole("button", { name: "Save" }).click();
  await card.getByText("There is one").waitFor();
  await reader.page.reload();
  await reader.page.getByRole("heading", { name: "Mail from Acme Reader" }).waitFor();
  await reader.page.locator("img.logo").waitFor();
});
