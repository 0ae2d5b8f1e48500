import { expect } from "@jest/globals";
import { FORM_WORDS } from "@sendex/api/audiences/public/form-words";
import { LANGUAGE_CODES } from "@sendex/api/audiences/public/languages";
import { eventually } from "@sendex/e2e/eventually";
import { graveProblems } from "@sendex/e2e/pages/accessibility";
import { tabTo } from "@sendex/e2e/pages/keyboard";
import { make } from "@sendex/e2e/pages/make";
import { usePages } from "@sendex/e2e/pages/use-pages";
import { lookAgain } from "@sendex/e2e/pages/visit";

const onPages = usePages();

const startOf = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

onPages("a form is made, its code shown, and it is changed and removed", async ({ stack, visit }) => {
  await make(stack.tenant.client, "/api/v1/segments", { name: "Readers" });
  const { page, complaints } = await visit();
  await page.goto("/forms");
  await page.getByText("No forms yet").waitFor();
  await page.getByRole("button", { name: "New form" }).click();
  const dialog = page.getByRole("dialog", { name: "New form" });
  await dialog.getByLabel("Name", { exact: true }).fill("Newsletter");
  await dialog.getByRole("combobox", { name: "What it asks for" }).click();
  await page.getByRole("option", { name: "First name" }).click();
  await dialog.getByRole("combobox", { name: "Segments" }).click();
  await page.getByRole("option", { name: "Readers" }).click();
  await dialog.getByLabel("Your web sites").fill("acme.example");
  await dialog.getByRole("button", { name: "New form" }).click();
  // The API says what is wrong, at its field.
  await dialog.getByText(/scheme and host/).waitFor();
  // The browser writes a refusal down as an error.
  complaints.length = 0;
  await dialog.getByLabel("Your web sites").fill("https://acme.example");
  await dialog.getByRole("button", { name: "New form" }).click();
  const code = page.getByRole("dialog", { name: "Put the form on your site" });
  await code.getByText(/<form method="post" action="http[^"]+\/f\/form_\w+">/).waitFor();
  await code.getByText(/name="first_name"/).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More about Newsletter" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: "Edit form" });
  expect(await edit.getByLabel("Your web sites").inputValue()).toBe("https://acme.example");
  await edit.getByLabel("Name", { exact: true }).fill("Weekly");
  await edit.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "More about Weekly" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page
    .getByRole("dialog", { name: "Remove “Weekly”?" })
    .getByRole("button", { name: "Remove" })
    .click();
  await page.getByText("No forms yet").waitFor();
});

onPages(
  "somebody signs up and confirms by keys alone, without scripts, on a phone, in each language",
  async ({ stack, visit }) => {
    const { client } = stack.tenant;
    const topic = await make(client, "/api/v1/topics", {
      name: "Weekly news",
      default_subscription: "opt_out",
    });
    // Our own page may always post.
    const origins = { allowed_origins: ["https://acme.example"] };
    const body = { name: "Newsletter", fields: ["first_name"], topics: [{ id: topic }], ...origins };
    const form = await make(client, "/api/v1/forms", body);
    const { page } = await visit({ as: null, phone: true, scripts: "off" });
    for (const language of LANGUAGE_CODES) {
      const words = FORM_WORDS[language];
      const address = `somebody-${language}@inbox.example`;
      await page.goto(`/f/${form}?lang=${language}`);
      await page.getByText("Weekly news").waitFor();
      const wider: unknown = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(wider).toBe(0);
      await tabTo(page, startOf(words.email));
      await page.keyboard.type(address);
      await tabTo(page, startOf(words.firstName));
      await page.keyboard.type("Ada");
      // What programs fill in, no Tab leads to.
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: words.sentTitle }).waitFor();
      const mail = await eventually(async () => {
        const [one] = await stack.sandbox.inbox(address);
        if (!one) throw new Error(`no mail to ${address} yet`);
        return one;
      });
      await page.goto(`${linkIn(mail.raw)}?lang=${language}`);
      await tabTo(page, startOf(words.confirm));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: words.doneTitle }).waitFor();
      const { body: contact } = await client.call<Record<string, unknown>>(
        "GET",
        `/api/v1/contacts/${address}`,
      );
      expect(contact).toMatchObject({ state: "confirmed", first_name: "Ada" });
    }
  },
);

/** The path in a mail's source. */
function linkIn(raw: string): string {
  const whole = raw.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  return /\/c\/[\w-]{40,}/.exec(whole)?.[0] ?? "/none";
}

onPages(
  "axe finds nothing grave in a form, light and dark; who is pending is found among contacts",
  async ({ stack, visit }) => {
    const { client } = stack.tenant;
    const form = await make(client, "/api/v1/forms", { name: "Axe", fields: ["first_name", "last_name"] });
    const { page, complaints } = await visit({ as: null, phone: true });
    for (const scheme of ["light", "dark"] as const) {
      await lookAgain(page, { scheme, phone: true });
      await page.goto(`/f/${form}`);
      expect([scheme, ...(await graveProblems(page))]).toEqual([scheme]);
    }
    await page.getByLabel("Email address").fill("pending@inbox.example");
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
    expect(complaints).toEqual([]);
    const owner = await visit();
    await owner.page.goto("/contacts");
    await owner.page.getByRole("button", { name: "Subscription" }).click();
    await owner.page.getByRole("menuitem", { name: "Pending" }).click();
    await owner.page.waitForURL(/state=pending/);
    const row = owner.page.getByRole("row").filter({ hasText: "pending@inbox.example" });
    await row.getByText("Pending", { exact: true }).waitFor();
    await owner.page.getByRole("link", { name: "pending@inbox.example" }).click();
    await owner.page.getByText(/Its owner has yet to confirm the address/).waitFor();
  },
);
