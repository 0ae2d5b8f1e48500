import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@jest/globals";
import { openSendex } from "@sendex/sdk/client";
import { openCustomer } from "../src/cli/customer";
import { eventually } from "../src/eventually";
import { useStack } from "../src/use-stack";

const onStack = useStack();

onStack("sendex keeps contacts and segments, and sends a broadcast to a rule", async (stack) => {
  const customer = await openCustomer(stack);
  try {
    const sendex = openSendex({ apiKey: customer.key, baseUrl: stack.apiUrl });
    await sendex.contactProperties.create({ key: "plan", type: "string" });
    const topic = await sendex.topics.create({ name: "News", default_subscription: "opt_in" });
    const { id: list } = await customer.json("segments", "create", "List");
    const { id: ada } = await customer.json(
      ...["contacts", "add", "ada@example.com", "--first-name", "Ada", "--property", "plan=pro"],
      ...["--segment", list, "--topic", `${topic.id}=opt_out`],
    );
    expect(await customer.json("contacts", "show", "ada@example.com")).toMatchObject({
      id: ada,
      segments: [{ id: list }],
      topics: [{ id: topic.id, subscription: "opt_out" }],
    });
    await customer.run("contacts", "update", ada, "--topic", `${topic.id}=opt_in`, "--last-name", "Lovelace");
    const wrong = await customer.run("contacts", "update", ada).catch((error: unknown) => String(error));
    expect(wrong).toContain("What is to change?");
    expect((await customer.json("topics", "list")).data).toMatchObject([{ name: "News" }]);

    const csv = path.join(customer.folder, "people.csv");
    await writeFile(csv, "email,plan\ngrace@example.com,pro\nlinus@example.com,free\nnobody,\n");
    const imported = await customer
      .run("contacts", "import", csv, "--segment", list)
      .catch((error: unknown) => String(error));
    expect(imported).toContain("3 rows: 2 created, 0 updated, 0 left alone, 1 wrong.");
    const exported = await customer.run("contacts", "export", "--segment", list);
    expect(
      exported
        .trimEnd()
        .split("\n")
        .map((line) => line.split(",")[0]),
    ).toEqual(expect.arrayContaining(["email", "ada@example.com", "grace@example.com", "linus@example.com"]));
    expect(await customer.run("contacts", "remove", "linus@example.com")).toContain("is no contact any more");
    expect((await customer.json("contacts", "list", "--q", "linus")).data).toEqual([]);

    const rule = path.join(customer.folder, "rule.json");
    const conditions = [{ field: "properties.plan", operator: "equals", value: "pro" }];
    await writeFile(rule, JSON.stringify({ match: "all", conditions }));
    const { id: segment } = await customer.json("segments", "create", "Pro", "--rule", rule);
    expect(await customer.json("segments", "show", segment)).toMatchObject({ name: "Pro", count: 2 });
    const { id } = await customer.json(
      ...["broadcasts", "create", "--name", "October", "--segment", segment, "--subject", "News"],
      ...["--from", `news@${stack.tenant.domain}`, "--text-file", csv],
    );
    expect((await customer.json("broadcasts", "list")).data).toMatchObject([{ id, state: "draft" }]);
    await customer.run("broadcasts", "send", id, "--scheduled-at", "in 2 hours");
    expect(await customer.json("broadcasts", "show", id)).toMatchObject({ state: "queued" });
    await customer.run("broadcasts", "cancel", id);
    expect(await customer.run("broadcasts", "send", id)).toBe(`${id} is being sent.\n`);
    await eventually(async () =>
      expect(await customer.json("broadcasts", "show", id)).toMatchObject({ state: "sent", mails: 2 }),
    );
    const late = await customer.run("broadcasts", "pause", id).catch((error: unknown) => String(error));
    expect(late).toContain("ended with 1");
    expect(await customer.run("segments", "remove", segment)).toBe(`${segment} is removed.\n`);
    expect((await customer.json("segments", "list")).data).toMatchObject([{ id: list }]);
  } finally {
    await customer.close();
  }
});
