import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openContext, type OpenedContext } from "@sendex/boot/context";
import { openMeters } from "@sendex/boot/meters";
import { revokeApiKey } from "@sendex/data/access/api-keys";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { createKey } from "@sendex/pipeline/accounts/create";
import { revokeKey } from "@sendex/pipeline/access/revoke-key";
import { accept, draftOf, type Drive, openDrive, requestOf } from "@sendex/testing/drive";
import { silentLog } from "@sendex/testing/log";
import { prisma } from "@sendex/data/database/pools";

const SOON_MS = 1_000;

describe("hints", () => {
  let drive: Drive;
  /** Another process of the same installation. */
  let other: OpenedContext;
  beforeAll(async () => {
    drive = await openDrive();
    const { settings, clock, redis, context } = drive.test;
    other = await openContext({
      settings,
      name: `test-${randomUUID()}`,
      log: silentLog,
      meters: openMeters().meters,
      clock: clock.now,
      prefix: redis.prefix,
      ports: context.ports,
    });
  });
  afterAll(async () => {
    await other.close();
    await drive.test.close();
  });

  async function newKey(): Promise<{ id: string; authorization: string }> {
    const { accountId } = drive.account;
    const input = { accountId, permission: "full", name: "short-lived" } as const;
    const { id, key } = await createKey(drive.test.context, input);
    return { id, authorization: `Bearer ${key}` };
  }

  it("remembers a key: the second request asks no database", async () => {
    const { id, authorization } = await newKey();
    await authenticate(drive.test.context, authorization);
    await revokeApiKey(drive.test.context.data, id, drive.test.clock.now());
    expect((await authenticate(drive.test.context, authorization)).keyId).toBe(id);
  });

  it("forgets a revoked key in every process at once", async () => {
    const { id, authorization } = await newKey();
    await authenticate(other.context, authorization);
    expect(await revokeKey(drive.test.context, id)).toBe(true);
    const started = performance.now();
    let refused = false;
    while (!refused && performance.now() - started < SOON_MS)
      refused = await authenticate(other.context, authorization).then(
        () => false,
        () => true,
      );
    expect(refused).toBe(true);
    expect(await revokeKey(drive.test.context, id)).toBe(false);
  });

  it("accepts nothing by a key that it only remembers", async () => {
    const { id, authorization } = await newKey();
    const caller = await authenticate(drive.test.context, authorization);
    await revokeApiKey(drive.test.context.data, id, drive.test.clock.now());
    const request = requestOf(drive, [draftOf(drive)], { caller });
    await expect(accept(drive.test.context, request)).rejects.toMatchObject({ slug: "unauthorized" });
    await expect(authenticate(drive.test.context, authorization)).rejects.toMatchObject({
      slug: "unauthorized",
    });
  });

  it("tells a suspension that it did not know of from a revoked key", async () => {
    const { accountId } = drive.account;
    const { account } = prisma(drive.test.context.data);
    await account.update({ where: { id: accountId }, data: { standing: "suspended" } });
    try {
      const request = requestOf(drive, [draftOf(drive)]);
      await expect(accept(drive.test.context, request)).rejects.toMatchObject({ slug: "account_suspended" });
    } finally {
      await account.update({ where: { id: accountId }, data: { standing: "active" } });
    }
  });
});
