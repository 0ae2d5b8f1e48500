import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openSealer, type MasterKey } from "@sendex/crypto/seal";
import { masterKeyStatus, rotateMasterKey } from "@sendex/pipeline/content/rotate-master-key";
import { createWebhook } from "@sendex/pipeline/webhooks/endpoints";
import { seedAccount } from "@sendex/testing/accounts";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { read, statusOf } from "@sendex/testing/look";

const newKey = (id: string): MasterKey => ({ id, key: randomBytes(32) });

describe("rotating the master key", () => {
  let drive: Drive;
  const [former, next] = [newKey("former"), newKey("next")];
  beforeEach(async () => {
    drive = await openDrive({ settings: { encryptionKeys: [former] } });
  });
  afterEach(() => drive.test.close());

  const configure = (...masterKeys: MasterKey[]) =>
    void (drive.test.context.sealer = openSealer({ masterKeys }));

  it("wraps every data key anew, and what was sealed before is read, sent and signed after the old one is gone", async () => {
    const { context } = drive.test;
    for (let i = 0; i < 4; i += 1) await seedAccount(context);
    const { signingSecret } = await createWebhook(context, drive.caller, {
      endpoint: "https://hooks.example/x",
      events: [],
    });
    const id = await post(drive);
    configure(next, former);
    expect(await masterKeyStatus(context)).toEqual({ current: "next", accounts: { former: 5 } });
    expect(await rotateMasterKey(context, "cli:test")).toEqual({
      current: "next",
      accounts: { next: 5 },
      rewrapped: 5,
      unreadable: [],
    });
    configure(next);
    expect((await read(drive, id)).text).toBe("A body.");
    await sendDue(drive);
    expect(await statusOf(drive, id)).toBe("sent");
    await deliverDue(drive);
    expect(drive.test.world.posted.length).toBeGreaterThan(0);
    expect(signingSecret).toContain("whsec_");
  });

  it("does nothing the second time", async () => {
    configure(next, former);
    await rotateMasterKey(drive.test.context, "cli:test");
    expect(await rotateMasterKey(drive.test.context, "cli:test")).toMatchObject({
      rewrapped: 0,
      accounts: { next: 1 },
    });
  });

  it("keeps what a process remembers under the old key usable while that is configured", async () => {
    const { caller } = drive;
    configure(next, former);
    await rotateMasterKey(drive.test.context, "cli:test");
    expect(caller.dataKey).toBeDefined();
    const id = await post(drive);
    configure(next);
    expect((await read(drive, id)).text).toBe("A body.");
  });

  it("names accounts whose key is wrapped by none that is configured, and goes on", async () => {
    const { context } = drive.test;
    configure(newKey("stranger"));
    const lost = await seedAccount(context);
    configure(next, former);
    expect(await rotateMasterKey(context, "cli:test")).toEqual({
      current: "next",
      accounts: { next: 1, stranger: 1 },
      rewrapped: 1,
      unreadable: [lost.accountId],
    });
  });

  it("run twice at once wraps each once", async () => {
    const { context } = drive.test;
    for (let i = 0; i < 6; i += 1) await seedAccount(context);
    configure(next, former);
    const runs = await Promise.all([
      rotateMasterKey(context, "cli:test"),
      rotateMasterKey(context, "cli:test"),
    ]);
    expect(runs.reduce((sum, { rewrapped }) => sum + rewrapped, 0)).toBe(7);
    expect((await masterKeyStatus(context)).accounts).toEqual({ next: 7 });
  });
});
