import { createHmac } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect } from "@jest/globals";
import { openSendex } from "@sendex/sdk/client";
import { Webhook } from "standardwebhooks";
import { type Customer, openCustomer } from "../src/cli/customer";
import { startHoldingReceiver } from "../src/cli/holding-receiver";
import { endChild } from "../src/child";
import { eventually } from "../src/eventually";
import { startReceiver } from "../src/receiver";
import type { Stack } from "../src/stack";
import { useStack } from "../src/use-stack";

const onStack = useStack();

/** From when the API tells an event to when the endpoint has it, on a machine that does much else. */
const GENEROUS_MS = 10_000;

function withCustomer(test: (stack: Stack, customer: Customer) => Promise<void>) {
  return async (stack: Stack): Promise<void> => {
    const customer = await openCustomer(stack);
    try {
      await test(stack, customer);
    } finally {
      await customer.close();
    }
  };
}

function sender(stack: Stack, { key }: Customer) {
  const sendex = openSendex({ apiKey: key, baseUrl: stack.apiUrl, maxRetries: 0 });
  const mail = {
    from: `Shop <shop@${stack.tenant.domain}>`,
    to: "ada@example.com",
    subject: "Hi",
    text: "Hello",
  };
  return { sendex, mail };
}

onStack(
  "sendex listen hands over what a webhook gets: the same headers and body, signed with its own secret",
  withCustomer(async (stack, customer) => {
    const [real, local] = [await startReceiver(), await startReceiver()];
    const { sendex, mail } = sender(stack, customer);
    const { id: webhookId } = await sendex.webhooks.create({ endpoint: `${real.url}/` });
    const { child, secret, printed } = await customer.listen(`${local.url}/`);
    try {
      const told = toldTimes(sendex);
      const { id } = await sendex.emails.send(mail);
      await eventually(() => {
        expect(local.events(id)).toHaveLength(3);
        expect(real.events(id)).toHaveLength(3);
      });
      for (const { headers, body, at } of local.requests()) {
        const theirs = real
          .requests()
          .find((request) => request.headers["webhook-id"] === headers["webhook-id"]);
        expect(body).toBe(theirs?.body);
        expect(ours(headers)).toEqual(ours(theirs?.headers ?? {}));
        expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
        const hex = createHmac("sha256", secret).update(body).digest("hex");
        expect(headers["x-sendex-signature"]).toBe(`sha256=${hex}`);
        const toldAt = await eventually(() => told.at(String(headers["webhook-id"])));
        expect(at - toldAt).toBeLessThan(GENEROUS_MS);
      }
      told.stop();
      await eventually(() => {
        const handed = printed().filter(({ event }) => event !== undefined);
        expect(handed.map(({ event }) => event).sort()).toEqual([
          "email.delivered",
          "email.queued",
          "email.sent",
        ]);
        expect(handed.every(({ status }) => status === 200)).toBe(true);
      });
      child.signal("SIGINT");
      expect(await child.exited).toEqual({ code: 0, signal: null });
      const again = await customer.listen(`${local.url}/`);
      expect(again.secret).toBe(secret);
      await endChild(again.child);
      expect(local.requests()).toHaveLength(3);
    } finally {
      await endChild(child);
      await sendex.webhooks.remove(webhookId);
      await Promise.all([real.close(), local.close()]);
    }
  }),
);

/** Names of headers that are ours, for the values differ by secret and time. */
function ours(headers: object): string[] {
  return Object.keys(headers)
    .filter((name) => !["connection", "host", "content-length", "transfer-encoding"].includes(name))
    .sort();
}

/** When the API told each event, in milliseconds since the epoch. */
function toldTimes(sendex: ReturnType<typeof openSendex>) {
  const times = new Map<string, number>();
  const stop = new AbortController();
  const read = async (): Promise<void> => {
    for await (const { id } of sendex.events.stream({ signal: stop.signal }))
      times.set(id, performance.timeOrigin + performance.now());
  };
  void read();
  return {
    at(id: string): number {
      const time = times.get(id);
      if (time === undefined) throw new Error(`the API did not tell ${id}`);
      return time;
    },
    stop: () => stop.abort(),
  };
}

onStack(
  "sendex listen, killed five times, misses nothing and hands each event over once",
  withCustomer(async (stack, customer) => {
    const receiver = await startHoldingReceiver();
    const { sendex, mail } = sender(stack, customer);
    let listener = await customer.listen(receiver.url);
    try {
      const ids: string[] = [];
      for (let kill = 0; kill < 5; kill += 1) {
        const held = receiver.hold();
        const { data } = await sendex.emails.sendBatch(Array.from({ length: 7 }, () => mail));
        ids.push(...data.map(({ id }) => id));
        await held;
        // It got the event and no answer: the next one hands it over again.
        listener.child.signal("SIGKILL");
        await listener.child.exited;
        receiver.release();
        // What happens while nobody listens is not missed either.
        ids.push((await sendex.emails.send(mail)).id);
        listener = await customer.listen(receiver.url);
      }
      const expected = ids.flatMap((id) =>
        ["delivered", "queued", "sent"].map((type) => `${id} email.${type}`),
      );
      await eventually(() => {
        const seen = receiver.answered().map(({ body }) => JSON.parse(body));
        const names = seen
          .map(({ type, data }) => `${data.id} ${type}`)
          .filter((name) => ids.includes(name.split(" ")[0] ?? ""));
        expect(names.sort()).toEqual(expected.sort());
      });
      expect([...receiver.counts().values()].filter((count) => count !== 1)).toEqual([]);
    } finally {
      await endChild(listener.child);
      await receiver.close();
    }
  }),
);

onStack(
  "sendex listen goes on by itself once an API that was away is back, with the events that were chosen",
  withCustomer(async (stack, customer) => {
    const receiver = await startReceiver();
    const { sendex, mail } = sender(stack, customer);
    const { child, printed } = await customer.listen(`${receiver.url}/`, "--filter", "email.queued");
    try {
      await stack.stop("api");
      await eventually(() => expect(printed().map(({ note }) => note)).toContain("api_lost"));
      await stack.start("api");
      const { id } = await sendex.emails.send(mail);
      await eventually(() => expect(receiver.events(id).map(({ event }) => event)).toEqual(["email.queued"]));
      expect(printed().map(({ note }) => note)).toContain("api_back");
    } finally {
      await endChild(child);
      await receiver.close();
    }
  }),
);

onStack(
  "sendex trigger makes each event happen, and refuses a live key",
  withCustomer(async (stack, customer) => {
    const { code } = await failing(
      customer.run("trigger", "email.bounced", "--api-key", stack.tenant.apiKeys.full),
    );
    expect(code).toContain("ended with 1\nThis is a live key");
    const receiver = await startReceiver();
    const { child } = await customer.listen(`${receiver.url}/`);
    try {
      for (const event of TRIGGERED) {
        const { email_id: id } = await customer.json("trigger", event);
        await eventually(() => expect(receiver.events(id).map((told) => told.event)).toContain(event));
      }
    } finally {
      await endChild(child);
      await receiver.close();
    }
  }),
);

const TRIGGERED = [
  ...["queued", "scheduled", "cancelled", "sent", "delivered", "deferred", "bounced", "complained"],
  ...["opened", "clicked", "suppressed", "unsubscribed", "failed"],
].map((type) => `email.${type}`);

async function failing(run: Promise<string>): Promise<{ code: string }> {
  return run.then(
    (out) => ({ code: `ended with 0: ${out}` }),
    (error: unknown) => ({ code: String(error) }),
  );
}

onStack(
  "sendex signs in and out, sends, shows, explains and cancels",
  withCustomer(async (stack, customer) => {
    const file = path.join(customer.folder, "sendex/config.json");
    await customer.run("login", "--api-key", customer.key);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ apiKey: customer.key, apiUrl: stack.apiUrl });
    expect(await customer.json("whoami")).toMatchObject({ mode: "test", permission: "full" });
    const from = `shop@${stack.tenant.domain}`;
    const given = ["--from", from, "--to", "ada@example.com", "--subject", "Hi", "--text", "Hello"];
    const { id } = await customer.json(
      "send",
      ...given,
      "--tag",
      "kind=greeting",
      "--idempotency-key",
      "one",
    );
    expect(
      (await customer.json("send", ...given, "--tag", "kind=greeting", "--idempotency-key", "one")).id,
    ).toBe(id);
    await eventually(async () => expect(await customer.run("emails", "show", id)).toContain("delivered"));
    expect(await customer.run("emails", "explain", id)).toContain("Accepted on /api/v1");
    expect((await customer.json("emails", "list", "--tag", "kind:greeting")).data).toMatchObject([{ id }]);
    const body = path.join(customer.folder, "later.json");
    await writeFile(
      body,
      JSON.stringify({
        from,
        to: "ada@example.com",
        subject: "Hi",
        text: "Hello",
        scheduled_at: "in 1 hour",
      }),
    );
    const later = await customer.json("send", "--file", body);
    expect(await customer.run("emails", "cancel", later.id)).toBe(`${later.id} is cancelled.\n`);
    const refused = await failing(
      customer.run("send", "--from", from, "--to", "nobody", "--subject", "a", "--text", "b"),
    );
    expect(refused.code).toMatch(/ended with 1\nto .*\n$/);
    await customer.run("logout");
    await expect(stat(file)).rejects.toThrow("ENOENT");
  }),
);

onStack(
  "sendex keeps templates as files, moves suppressions in and out, and looks at domains",
  withCustomer(async (stack, customer) => {
    const dir = path.join(await mkdtemp(path.join(os.tmpdir(), "sendex-mails-")), "templates");
    const inDir = ["--dir", dir];
    try {
      expect((await customer.json("templates", "pull", ...inDir)).pulled).toContain("otp-code");
      expect(await customer.run("templates", "push", ...inDir)).toBe("otp-code: as it is\n");
      await writeFile(path.join(dir, "otp-code/template.txt"), "Your code: {{ code }}");
      const shown = await customer.run("templates", "push", ...inDir, "--dry-run");
      expect(shown).toContain("otp-code: changes\n  text: ");
      expect(await customer.run("templates", "push", ...inDir, "--publish")).toContain(
        "otp-code: changes, published",
      );
      expect(await customer.run("templates", "push", ...inDir)).toBe("otp-code: as it is\n");
      const values = ["--value", "code=123", "--value", "expires_in=5 minutes"];
      expect((await customer.json("templates", "preview", "otp-code", ...inDir, ...values)).text).toBe(
        "Your code: 123",
      );
      expect((await failing(customer.run("templates", "preview", "otp-code", ...inDir))).code).toContain(
        "ended with 1",
      );
    } finally {
      await rm(path.dirname(dir), { recursive: true });
    }
    const csv = path.join(customer.folder, "list.csv");
    await writeFile(csv, "email,reason\nada@example.org,bounce\nbob@example.org,\nnobody,\n");
    const imported = await failing(customer.run("suppressions", "import", csv));
    expect(imported.code).toContain("3 rows: 2 added, 0 known before, 1 wrong.\nline 4: nobody");
    expect(await customer.run("suppressions", "export")).toContain("ada@example.org,bounce");
    expect(await customer.run("suppressions", "remove", "ada@example.org", "bob@example.org")).toBe(
      "ada@example.org gets mail again.\nbob@example.org gets mail again.\n",
    );
    expect((await customer.json("suppressions", "list")).data).toEqual([]);
    expect((await customer.json("domains", "list")).data).toMatchObject([{ name: stack.tenant.domain }]);
    expect(await customer.run("domains", "show", stack.tenant.domain)).toContain("DMARC: not_started");
  }),
);

onStack(
  "sendex doctor finds nothing wrong, and then an endpoint that is gone",
  withCustomer(async (stack, customer) => {
    expect(await customer.run("doctor")).toContain("Nothing is wrong.");
    const { sendex } = sender(stack, customer);
    const receiver = await startReceiver();
    receiver.answer("/gone", () => ({ status: 410 }));
    const { id } = await sendex.webhooks.create({ endpoint: `${receiver.url}/gone` });
    try {
      const { code } = await failing(customer.run("doctor", "--probe"));
      expect(code).toContain("does not take its events: 410 in");
      expect(code).toContain("1 thing is wrong.");
    } finally {
      await sendex.webhooks.remove(id);
      await receiver.close();
    }
  }),
);
