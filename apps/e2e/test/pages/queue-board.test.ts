import { expect } from "@jest/globals";
import { makeOperator } from "@sendex/e2e/pages/people";
import { usePages } from "@sendex/e2e/pages/use-pages";

const onPages = usePages();

const QUEUES = ["send-critical", "send-standard", "send-bulk", "send-quarantine", "deliver", "ingest"];
const WRITES = [/pause/i, /resume/i, /add/i, /retry/i, /clean/i, /remove/i, /empty/i, /obliterate/i, /edit/i];

onPages(
  "an operator looks at queues and jobs on the queue board, which runs under its policy and offers no write",
  async ({ stack, visit }) => {
    await stack.stop("send-worker");
    const id = await stack.tenant.client.send({ subject: "A planted subject" });
    const { page } = await visit({ as: await makeOperator(stack) });
    await page.goto("/operator");
    await page.getByRole("link", { name: "Open the queue board" }).click();
    await page.waitForURL(/\/admin\/queues\/?$/);
    for (const queue of QUEUES) await page.getByRole("link", { name: queue }).first().waitFor();
    await page.getByRole("link", { name: "send-standard" }).first().click();
    await page.waitForURL(/\/admin\/queues\/queue\/send-standard/);
    const job = page.getByRole("link", { name: new RegExp(id) }).first();
    await job.waitFor();
    await job.click();
    await page.waitForURL(new RegExp(id));
    await page.getByText(stack.tenant.accountId).first().waitFor();
    for (const write of WRITES)
      expect([write, await page.getByRole("button", { name: write }).count()]).toEqual([write, 0]);
    expect(await page.content()).not.toContain("A planted subject");
    await stack.start("send-worker");
  },
);
