import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SendexError } from "@sendex/core/error";
import type { Draft } from "@sendex/core/accepting/message";
import type { AcceptRequest } from "@sendex/pipeline/accepting/request";
import { openBatches } from "@sendex/pipeline/batches";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { revokeApiKey } from "@sendex/data/access/api-keys";
import { accept, draftOf, openDrive, post, requestOf, type Drive } from "@sendex/testing/drive";
import { read } from "@sendex/testing/look";
import { plain } from "@sendex/data/database/pools";

describe("accepting", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());

  const submit = (draft: Partial<Draft> = {}, overrides: Partial<AcceptRequest> = {}) =>
    accept(drive.test.context, requestOf(drive, [draftOf(drive, draft)], overrides));
  const count = async (table: string) => {
    const { rows } = await plain(drive.test.context.data).query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    return rows[0]?.n;
  };
  const slugOf = (refused: Promise<unknown>) =>
    refused.then(
      () => "accepted",
      (error: unknown) => (error instanceof SendexError ? error.slug : String(error)),
    );

  it("stores the message, its recipients, its content and its first event before it answers", async () => {
    const id = await post(drive, {
      html: "<p>hi</p>",
      tags: [{ name: "a", value: "b" }],
      metadata: { order: 7 },
    });
    const message = await read(drive, id);
    expect(message).toMatchObject({
      text: "A body.",
      html: "<p>hi</p>",
      tags: [{ name: "a", value: "b" }],
      metadata: { order: 7 },
    });
    expect(message.recipients).toMatchObject([
      { address: "someone@example.com", status: "queued", attempt: 0 },
    ]);
    expect(message.events.map(({ type }) => type)).toEqual(["queued"]);
  });

  it("keeps what the caller wrote sealed: a dump shows neither text nor files", async () => {
    const canary = "canary-7f3a";
    const attachments = [
      { filename: `${canary}.txt`, content: Buffer.from(canary), contentType: "text/plain" },
    ];
    await post(drive, { text: canary, html: canary, headers: { "X-Note": canary }, attachments });
    const { rows } = await plain(drive.test.context.data).query<{ all: string }>(
      "SELECT (SELECT string_agg(encode(sealed, 'escape'), '') FROM contents) || (SELECT string_agg(m::text, '') FROM messages m) || (SELECT string_agg(e::text, '') FROM events e) AS all",
    );
    expect(rows[0]?.all).not.toContain(canary);
  });

  it("answers twenty simultaneous requests with one key alike, and stores one message", async () => {
    const before = await count("messages");
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submit({}, { idempotencyKey: "twenty" })),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count("messages")).toBe((before ?? 0) + 1);
  });

  it("lets two processes race for a key, and one wins", async () => {
    const other = {
      ...drive.test.context,
      batches: openBatches(drive.test.context.data, drive.test.context.queues, drive.test.clock.now, 1),
    };
    const before = (await count("messages")) ?? 0;
    const keys = Array.from({ length: 30 }, (_, i) => `race-${i % 10}`);
    const answers = await Promise.all(
      keys.flatMap((idempotencyKey) =>
        [drive.test.context, other].map((context) =>
          accept(context, requestOf(drive, [draftOf(drive)], { idempotencyKey })),
        ),
      ),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(10);
    expect(await count("messages")).toBe(before + 10);
  });

  it("refuses another body under a used key on Sendex, and answers the original on Sendarix", async () => {
    const first = await submit({}, { idempotencyKey: "used" });
    expect(await slugOf(submit({}, { idempotencyKey: "used", fingerprint: "another" }))).toBe(
      "idempotency_conflict",
    );
    const sendarix = await submit({}, { idempotencyKey: "used", dialect: "sendarix" });
    expect(sendarix.replayed).toBe(false);
    const again = await submit({}, { idempotencyKey: "used", dialect: "sendarix", fingerprint: "another" });
    expect(again).toMatchObject({ replayed: true, body: sendarix.body });
    expect(sendarix.body).not.toBe(first.body);
  });

  it("replays before any check that may have changed since", async () => {
    const first = await submit({}, { idempotencyKey: "early" });
    const suspended = { ...drive.caller, standing: "suspended" as const };
    const again = await submit({}, { idempotencyKey: "early", caller: suspended });
    expect(again).toEqual({ ...first, replayed: true, messageIds: [] });
    expect(await slugOf(submit({}, { caller: suspended }))).toBe("account_suspended");
  });

  it("does not use up the key of a request that was refused", async () => {
    drive.test.world.mx.set("nomx.example", "refused");
    const refused = submit({ to: [{ address: "a@nomx.example" }] }, { idempotencyKey: "second-try" });
    expect(await slugOf(refused)).toBe("invalid_recipient");
    expect((await submit({}, { idempotencyKey: "second-try", fingerprint: "mended" })).replayed).toBe(false);
  });

  it.each<[string, Partial<Draft>, Partial<AcceptRequest>]>([
    ["unprocessable_entity", { from: { address: "a@elsewhere.example" } }, {}],
    ["invalid_recipient", { to: [{ address: "ok@example.com" }, { address: "a@refused.example" }] }, {}],
    [
      "payload_too_large",
      { attachments: [{ filename: "a", content: Buffer.alloc(31_000_000), contentType: "a/b" }] },
      {},
    ],
  ])("refuses with %s, and changes nothing", async (slug, draft, request) => {
    drive.test.world.mx.set("refused.example", "refused");
    const before = await count("messages");
    expect(await slugOf(submit(draft, request))).toBe(slug);
    expect(await count("messages")).toBe(before);
  });

  it("refuses a sender outside the key's scope before it looks at the domain", async () => {
    const caller = { ...drive.caller, domains: ["other.example"] };
    expect(await slugOf(submit({ from: { address: "a@elsewhere.example" } }, { caller }))).toBe("forbidden");
  });

  it("accepts when DNS itself fails, and asks once a domain", async () => {
    drive.test.world.mx.set("unsure.example", "unsure");
    drive.test.world.lookedUp.length = 0;
    const to = ["a", "b", "c"].map((name) => ({ address: `${name}@unsure.example` }));
    await post(drive, { to });
    expect(drive.test.world.lookedUp).toEqual(["unsure.example"]);
  });

  it("refuses a key that was revoked between its look-up and the commit", async () => {
    const caller = await authenticate(drive.test.context, `Bearer ${drive.account.keys.sendOnly}`);
    await revokeApiKey(drive.test.context.data, caller.keyId, drive.test.clock.now());
    const before = await count("messages");
    await expect(submit({}, { caller })).rejects.toBeInstanceOf(SendexError);
    expect(await count("messages")).toBe(before);
    await expect(
      authenticate(drive.test.context, `Bearer ${drive.account.keys.sendOnly}`),
    ).rejects.toMatchObject({ slug: "unauthorized" });
  });

  describe("of a batch", () => {
    const batch = (drafts: Draft[], overrides: Partial<AcceptRequest> = {}) =>
      accept(drive.test.context, requestOf(drive, drafts, { batch: "strict", ...overrides }));

    it("is all or nothing unless it is permissive", async () => {
      drive.test.world.mx.set("nomx.example", "refused");
      const drafts = [
        draftOf(drive),
        draftOf(drive, { to: [{ address: "a@nomx.example" }] }),
        draftOf(drive),
      ];
      const before = (await count("messages")) ?? 0;
      await expect(batch(drafts)).rejects.toMatchObject({
        slug: "invalid_recipient",
        message: expect.stringContaining("[1]"),
      });
      expect(await count("messages")).toBe(before);
      const accepted = await batch(drafts, { batch: "permissive" });
      const answer = JSON.parse(accepted.body) as { data: unknown[]; errors: { index: number }[] };
      expect(accepted.messageIds).toHaveLength(2);
      expect(answer.data).toHaveLength(2);
      expect(answer.errors.map(({ index }) => index)).toEqual([1]);
      expect(await count("messages")).toBe(before + 2);
    });

    it("keeps the order of its items in their ids, and has one key for all", async () => {
      const drafts = Array.from({ length: 100 }, (_, i) => draftOf(drive, { subject: `n${i}` }));
      const answer = await batch(drafts, { idempotencyKey: "whole" });
      const { messageIds } = answer;
      expect([...messageIds].sort()).toEqual(messageIds);
      expect(JSON.parse(answer.body)).toEqual({ data: messageIds.map((id) => ({ id })) });
      const again = await batch(drafts, { idempotencyKey: "whole" });
      expect(again).toEqual({ ...answer, replayed: true, messageIds: [] });
    });
  });
});
