import { expect } from "@jest/globals";
import { eventually } from "@sendex/e2e/eventually";
import { arrowTo, tabTo } from "@sendex/e2e/pages/keyboard";
import { usePages } from "@sendex/e2e/pages/use-pages";

const onPages = usePages();

/** The simulator's own addresses enter no list; those with a label do. */
const GONE = "bounce+gone@simulator.amazonses.com";

onPages(
  "somebody without a mouse signs in, finds a bounce, reads why, and sends again",
  async ({ stack, owner, visit }) => {
    const { client } = stack.tenant;
    const id = await client.send({ to: GONE, subject: "Your invoice" });
    await eventually(async () => expect((await client.email(id)).status).toBe("bounced"));
    const { page } = await visit({ as: null });
    const { keyboard } = page;
    await page.goto("/sign-in");
    await tabTo(page, /^Email$/);
    await keyboard.type(owner.email);
    await tabTo(page, /^Password$/);
    await keyboard.type(owner.password);
    await keyboard.press("Enter");
    await page.waitForURL(/\/overview$/);
    await page.getByRole("heading", { level: 1 }).waitFor();

    await keyboard.press("g");
    await keyboard.press("e");
    await page.getByRole("row").filter({ hasText: "Your invoice" }).waitFor();
    await tabTo(page, /^Recipient$/);
    await keyboard.type(GONE);
    await page.waitForURL(/recipient=/);
    await tabTo(page, /^Status$/);
    await keyboard.press("Enter");
    await arrowTo(page, /^Bounced$/);
    await keyboard.press("Enter");
    await page.waitForURL(/status=bounced/);
    await tabTo(page, /^Any time$/);
    await keyboard.press("Enter");
    await tabTo(page, /^Today$/);
    await keyboard.press("Enter");
    await page.waitForURL(/from=/);
    await page.getByRole("row").filter({ hasText: "Your invoice" }).waitFor();

    await keyboard.press("j");
    await keyboard.press("Enter");
    await page.waitForURL(new RegExp(id));
    await page.getByText(/It bounced \(Permanent, General\)/).waitFor();
    await tabTo(page, /^Remove suppression$/);
    await keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Remove suppression" }).waitFor();
    await tabTo(page, /^Remove suppression$/);
    await keyboard.press("Enter");
    await page.getByText(`${GONE} gets mail again.`).waitFor();
    await tabTo(page, /^Send again$/);
    await keyboard.press("Enter");
    await page.waitForURL((url) => /\/emails\/msg_/.test(url.pathname) && !url.pathname.endsWith(id));
  },
);

onPages("the palette leads to an id, to an address's mail and to pages", async ({ stack, visit }) => {
  const id = await stack.tenant.client.send({ to: "you@example.com", subject: "By its id" });
  const { page } = await visit();
  await page.goto("/overview");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const open = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("A page, an address, an id …").fill(words);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  await open(id);
  await page.getByRole("heading", { level: 1, name: "By its id" }).waitFor();
  await open("you@example.com");
  await page.waitForURL(/\/emails\?recipient=you/);
});

onPages("the sheet of shortcuts opens by its own", async ({ visit }) => {
  const { page } = await visit();
  await page.goto("/emails");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});
