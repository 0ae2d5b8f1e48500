import { createHmac, timingSafeEqual } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { WEBHOOK_DELAYS_MS } from "@sendex/core/sending/ladder";
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  MAX_WEBHOOKS,
} from "@sendex/pipeline/webhooks/endpoints";
import { Webhook } from "standardwebhooks";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { plain } from "@sendex/data/database/pools";

/** As a customer of the Sendex seed would write it. */
function isOurs(rawBody: string, secret: string, header: string): boolean {
  const expected = `sha256=${createHmac("sha256", secret).update(rawBody).digest("hex")}`;
  return timingSafeEqual(Buffer.from(header), Buffer.from(expected));
}

describe("telling the customer", () => {
  let drive: Drive;
  // standardwebhooks refuses what is not from about now, by the real clock.
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  beforeEach(async () => {
    drive.test.clock.set(new Date());
    drive.test.world.posted.length = 0;
    drive.test.world.httpOutcomes.length = 0;
    await plain(drive.test.context.data).query(
      "TRUNCATE deliveries, delivery_attempts, recipients, messages",
    );
    await plain(drive.test.context.data).query("DELETE FROM webhooks");
  });

  const endpoint = (events: string[] = []) =>
    createWebhook(drive.test.context, drive.caller, { endpoint: "https://hooks.example/x", events });
  const answered = (status: number, body = "") => ({ kind: "answered", status, body, ms: 1 }) as const;
  const deliveries = async () => {
    const { rows } = await plain(drive.test.context.data).query<{ status: string; attempts: number }>(
      "SELECT status, attempts FROM deliveries",
    );
    return rows;
  };

  it("posts each event once to each endpoint that wants it, with both signatures", async () => {
    const all = await endpoint();
    await endpoint(["email.bounced"]);
    await post(drive);
    await sendDue(drive);
    await deliverDue(drive);
    const { posted } = drive.test.world;
    expect(posted.map(({ body }) => (JSON.parse(body) as { event: string }).event)).toEqual([
      "email.queued",
      "email.sent",
    ]);
    for (const { body, headers } of posted) {
      expect(isOurs(body, all.signingSecret, headers["x-sendex-signature"] ?? "")).toBe(true);
      expect(new Webhook(all.signingSecret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(headers["svix-signature"]).toBe(headers["webhook-signature"]);
      expect(() => new Webhook(all.signingSecret).verify(`${body} `, headers)).toThrow();
    }
  });

  it("repeats a failed delivery by the ladder, under the same id, and records every attempt", async () => {
    await endpoint(["email.queued"]);
    await post(drive);
    drive.test.world.httpOutcomes.push(answered(500, "not\u0000now"), {
      kind: "failed",
      detail: "timeout",
      ms: 15_000,
    });
    await deliverDue(drive);
    for (const delay of WEBHOOK_DELAYS_MS.slice(0, 2)) {
      drive.test.clock.advance(delay * 0.8 - 1);
      expect(await deliverDue(drive)).toBe(0);
      drive.test.clock.advance(delay * 0.4 + 1);
      expect(await deliverDue(drive)).toBe(1);
    }
    expect(new Set(drive.test.world.posted.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await deliveries()).toEqual([{ status: "succeeded", attempts: 3 }]);
    const { rows } = await plain(drive.test.context.data).query(
      "SELECT attempt, status, error, response FROM delivery_attempts ORDER BY attempt",
    );
    expect(rows).toEqual([
      { attempt: 1, status: 500, error: null, response: "not\uFFFDnow" },
      { attempt: 2, status: null, error: "timeout", response: null },
      { attempt: 3, status: 200, error: null, response: "" },
    ]);
  });

  it("gives up when the ladder is spent", async () => {
    await endpoint(["email.queued"]);
    await post(drive);
    for (let i = 0; i <= WEBHOOK_DELAYS_MS.length; i += 1) {
      drive.test.world.httpOutcomes.push(answered(503));
      expect(await deliverDue(drive)).toBe(1);
      drive.test.clock.advance(10 * 3_600_000);
    }
    expect(await deliverDue(drive)).toBe(0);
    expect(await deliveries()).toEqual([{ status: "failed", attempts: WEBHOOK_DELAYS_MS.length + 1 }]);
  });

  it("disables an endpoint that answers 410, and drops what was on its way", async () => {
    const { id } = await endpoint(["email.queued"]);
    await post(drive);
    await post(drive);
    drive.test.world.httpOutcomes.push(answered(410));
    await deliverDue(drive);
    expect((await getWebhook(drive.test.context, drive.caller, id)).status).toBe("disabled");
    expect((await deliveries()).map(({ status }) => status).sort()).toEqual(["dropped", "failed"]);
    await post(drive);
    // What it misses is kept, for a replay.
    expect((await deliveries()).map(({ status }) => status).sort()).toEqual(["dropped", "dropped", "failed"]);
  });

  it("disables an endpoint that has only failed for five days, and forgets the failures after a success", async () => {
    const { id } = await endpoint(["email.queued"]);
    const fail = async () => {
      await post(drive);
      drive.test.world.httpOutcomes.push(answered(500));
      await deliverDue(drive);
    };
    const standing = async () => (await getWebhook(drive.test.context, drive.caller, id)).status;
    await fail();
    await plain(drive.test.context.data).query("TRUNCATE deliveries");
    await post(drive);
    await deliverDue(drive);
    drive.test.clock.advance(5 * 86_400_000);
    await fail();
    expect(await standing()).toBe("enabled");
    await plain(drive.test.context.data).query("TRUNCATE deliveries");
    drive.test.clock.advance(5 * 86_400_000);
    await fail();
    expect(await standing()).toBe("disabled");
  });

  it("shows the secret only at creation, refuses bad addresses and one endpoint too many, and knows only its own", async () => {
    const created = await endpoint();
    expect(created.signingSecret).toMatch(/^whsec_/);
    expect(await getWebhook(drive.test.context, drive.caller, created.id)).not.toHaveProperty(
      "signingSecret",
    );
    const { rows } = await plain(drive.test.context.data).query<{ row: string }>(
      "SELECT w::text AS row FROM webhooks w",
    );
    expect(rows[0]?.row).not.toContain(created.signingSecret.slice(6));
    const stranger = { ...drive.caller, accountId: "acc_other" };
    await expect(getWebhook(drive.test.context, stranger, created.id)).rejects.toMatchObject({
      slug: "not_found",
    });
    await expect(deleteWebhook(drive.test.context, stranger, created.id)).rejects.toMatchObject({
      slug: "not_found",
    });
    await Promise.all(Array.from({ length: MAX_WEBHOOKS - 1 }, () => endpoint()));
    await expect(endpoint()).rejects.toMatchObject({ slug: "bad_request" });
    const tester = { ...drive.caller, mode: "test" } as const;
    const body = { endpoint: "https://hooks.example/x", events: [] };
    expect(await createWebhook(drive.test.context, tester, body)).toMatchObject({ mode: "test" });
  });

  it("pages through endpoints, newest first, both ways", async () => {
    for (let i = 0; i < 5; i += 1) {
      drive.test.clock.advance(1);
      await endpoint();
    }
    const first = await listWebhooks(drive.test.context, drive.caller, { limit: 2 });
    const after = first.data.at(-1)?.id ?? "";
    const second = await listWebhooks(drive.test.context, drive.caller, { limit: 2, after });
    const back = await listWebhooks(drive.test.context, drive.caller, {
      limit: 2,
      before: second.data[0]?.id ?? "",
    });
    expect([first.hasMore, second.hasMore]).toEqual([true, true]);
    expect(back.data).toEqual(first.data);
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(
      [...first.data, ...second.data]
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
  });
});
