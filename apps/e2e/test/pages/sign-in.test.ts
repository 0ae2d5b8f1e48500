import { expect } from "@jest/globals";
import { makeMember } from "@sendex/e2e/pages/people";
import { usePages } from "@sendex/e2e/pages/use-pages";

const onPages = usePages();

onPages("who is not signed in signs in, and gets where they wanted to go", async ({ owner, visit }) => {
  const { page } = await visit({ as: null });
  await page.goto("/emails?status=bounced");
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/emails\?status=bounced$/);
  await page.getByRole("heading", { level: 1, name: "Emails" }).waitFor();
});

onPages("a wrong password is refused in the same words as an unknown address", async ({ owner, visit }) => {
  const { page } = await visit({ as: null });
  const words: string[] = [];
  for (const email of [owner.email, "nobody@example.test"]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    words.push(await page.getByRole("alert").innerText());
  }
  expect(words[1]).toBe(words[0]);
});

onPages("nobody is led to another site after signing in", async ({ visit }) => {
  const { page } = await visit();
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.waitForURL(/\/overview$/);
  }
});

onPages(
  "a session that ends while one looks leads to signing in, and back",
  async ({ stack, owner, visit }) => {
    const { page, context } = await visit();
    await page.goto("/emails");
    await page.getByRole("heading", { level: 1, name: "Emails" }).waitFor();
    const ended = await context.request.post("/api/auth/sign-out", { headers: { Origin: stack.apiUrl } });
    expect(ended.status()).toBe(200);
    await page.waitForURL(/\/sign-in\?next=%2Femails/);
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password", { exact: true }).fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/emails$/);
  },
);

onPages("the navigation has the names and paths that are written down", async ({ visit }) => {
  const { page } = await visit();
  await page.goto("/");
  await page.waitForURL(/\/overview$/);
  const links = page.getByRole("navigation", { name: "Main" }).getByRole("link");
  await links.first().waitFor();
  const found = await links.evaluateAll((all) =>
    all.map((link) => [link.textContent, link.getAttribute("href")]),
  );
  expect(found).toEqual([
    ["Overview", "/overview"],
    ["Emails", "/emails"],
    ["Analytics", "/analytics"],
    ["Templates", "/templates"],
    ["Domains", "/domains"],
    ["API keys", "/api-keys"],
    ["Webhooks", "/webhooks"],
    ["Suppressions", "/suppressions"],
    ["Contacts", "/contacts"],
    ["Segments", "/segments"],
    ["Topics", "/topics"],
    ["Forms", "/forms"],
    ["Broadcasts", "/broadcasts"],
    ["Alerts", "/alerts"],
    ["Logs", "/logs"],
    ["Settings", "/settings"],
  ]);
  for (const [name, path] of found) {
    await page.goto(String(path));
    await page.getByRole("heading", { level: 1, name: String(name), exact: true }).waitFor();
  }
});

onPages("a member of two accounts sees each by itself, live and test apart", async ({ stack, visit }) => {
  const other = await stack.createAccount();
  const person = await makeMember(stack, other.accountId);
  await stack.cli("person", "create", "--email", person.email, "--account", stack.tenant.accountId);
  await other.client.send({ to: "you@example.com", subject: "Of the other account" });
  await stack.tenant.client.send({ to: "you@example.com", subject: "Of the first account" });
  const { page } = await visit({ as: person });
  await page.goto(`/emails?account=${other.accountId}`);
  await page.getByText("Of the other account").waitFor();
  expect(await page.getByText("Of the first account").count()).toBe(0);
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem").filter({ hasNotText: other.domain }).first().waitFor();
  await page.goto(`/emails?account=${stack.tenant.accountId}`);
  await page.getByText("Of the first account").waitFor();
  await page.getByText("Test", { exact: true }).click();
  await page.getByText("You are looking at test mail").waitFor();
  await page.getByText("No emails yet").waitFor();
});

onPages("a browser that prefers Japanese is answered in Japanese", async ({ visit }) => {
  const { page } = await visit({ as: null, language: "ja-JP" });
  await page.goto("/sign-in");
  await page.getByRole("heading", { level: 1, name: "サインイン" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("ja");
});

onPages("signing out ends the session", async ({ visit }) => {
  const { page, context } = await visit();
  await page.goto("/emails");
  await page.getByRole("button", { name: /theme, language, sign out/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  const answer = await context.request.get("/api/v1/session");
  expect(answer.status()).toBe(401);
});
