import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { rowOf, statusOf, timeline } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";
import { plain } from "@sendex/data/database/pools";

type Name = keyof typeof EVENTS;

describe("hearing back", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  const forgetSuppressions = () => plain(drive.test.context.data).query("DELETE FROM suppressions");
  beforeEach(forgetSuppressions);

  const say = (id: string, name: Name) => {
    const [type, body] = EVENTS[name];
    return sesEvent(drive, { id }, type, body);
  };
  const sent = async (): Promise<string> => {
    const id = await post(drive);
    await sendDue(drive);
    return id;
  };
  const suppressions = async (): Promise<string[]> => {
    const { rows } = await plain(drive.test.context.data).query<{ address: string; reason: string }>(
      "SELECT address, reason FROM suppressions",
    );
    return rows.map(({ address, reason }) => `${address} ${reason}`);
  };

  it.each<[Name, string]>([
    ["delivered", "delivered"],
    ["deferred", "deferred"],
    ["softBounced", "bounced"],
    ["rejected", "failed"],
  ])("moves a sent recipient by %s to %s, with an entry", async (name, status) => {
    const id = await sent();
    await hear(drive, [say(id, name)]);
    expect(await statusOf(drive, id)).toBe(status);
    expect((await timeline(drive, id)).at(-1)).toBe(status);
  });

  it("writes an open on the timeline and leaves the status", async () => {
    const id = await sent();
    await hear(drive, [say(id, "delivered")]);
    await hear(drive, [say(id, "opened")]);
    expect(await statusOf(drive, id)).toBe("delivered");
    expect((await timeline(drive, id)).at(-1)).toBe("opened");
  });

  it("takes the same SNS message five times as one", async () => {
    const id = await sent();
    const messages = Array.from({ length: 5 }, () => say(id, "delivered"));
    await hear(
      drive,
      messages,
      Array.from({ length: 5 }, () => `sns-${id}`),
    );
    expect((await timeline(drive, id)).filter((type) => type === "delivered")).toHaveLength(1);
  });

  it("takes an event again under another SNS id without repeating its entry", async () => {
    const id = await sent();
    await hear(drive, [say(id, "delivered")]);
    await hear(drive, [say(id, "delivered"), say(id, "sent")]);
    expect(await timeline(drive, id)).toEqual(["queued", "attempt", "sent", "delivered"]);
  });

  it("ends in the same state whatever the order of the events", async () => {
    const names: Name[] = ["sent", "deferred", "softBounced", "delivered", "bounced", "complained"];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 1 }), async (order) => {
        await forgetSuppressions();
        const id = await sent();
        for (const name of order) await hear(drive, [say(id, name)]);
        const last = [...order].sort((a, b) => names.indexOf(a) - names.indexOf(b)).at(-1);
        const expected = {
          sent: "sent",
          deferred: "deferred",
          delivered: "delivered",
          complained: "complained",
        } as Record<string, string>;
        expect(await statusOf(drive, id)).toBe(expected[last ?? "sent"] ?? "bounced");
      }),
      { numRuns: 12 },
    );
  });

  it("does the same for events of one batch", async () => {
    const id = await sent();
    await hear(
      drive,
      (["complained", "delivered", "sent", "deferred"] as const).map((name) => say(id, name)),
    );
    expect(await statusOf(drive, id)).toBe("complained");
  });

  it("writes sent before an event that finds the recipient still sending, and lets the late result count for nothing", async () => {
    const id = await post(drive);
    drive.test.world.sesAnswers.push(async () => {
      await hear(drive, [say(id, "delivered")]);
      return { kind: "sent", sesMessageId: "late" };
    });
    await sendDue(drive);
    const types = await timeline(drive, id);
    expect(types.filter((type) => type === "sent")).toHaveLength(1);
    expect(types.indexOf("sent")).toBeLessThan(types.indexOf("delivered"));
    expect(await statusOf(drive, id)).toBe("delivered");
  });

  it("suppresses on a hard bounce and on a complaint, once, and not on a soft bounce", async () => {
    const [soft, hard] = [await sent(), await sent()];
    await hear(drive, [say(soft, "softBounced")]);
    expect(await suppressions()).not.toContain("someone@example.com bounce");
    await hear(drive, [say(hard, "bounced"), say(hard, "bounced")]);
    expect(await suppressions()).toEqual(["someone@example.com bounce"]);
    await hear(drive, [say(soft, "complained")]);
    expect(await suppressions()).toEqual(["someone@example.com complaint"]);
    await hear(drive, [say(await post(drive), "bounced")]);
    expect(await suppressions()).toEqual(["someone@example.com complaint"]);
  });

  it("does not suppress the simulator's plain addresses, and does its labelled ones", async () => {
    const bounce = (address: string) =>
      [
        "Bounce",
        {
          bounce: {
            bounceType: "Permanent",
            bounceSubType: "General",
            bouncedRecipients: [{ emailAddress: address }],
          },
        },
      ] as const;
    for (const address of ["bounce@simulator.amazonses.com", "bounce+x@simulator.amazonses.com"]) {
      const id = await post(drive, { to: [{ address }] });
      await sendDue(drive);
      await hear(drive, [sesEvent(drive, { id, address }, ...bounce(address))]);
      expect(await statusOf(drive, id)).toBe("bounced");
    }
    expect(await suppressions()).toEqual(["bounce+x@simulator.amazonses.com bounce"]);
  });

  it("finds a recipient by SES's id where a notification has no tags", async () => {
    const id = await sent();
    const { ses_message_id: sesMessageId } = await rowOf(drive, id);
    const message = JSON.stringify({
      notificationType: "Delivery",
      mail: {
        timestamp: drive.test.clock.now().toISOString(),
        messageId: sesMessageId,
        destination: ["someone@example.com"],
      },
      delivery: { timestamp: drive.test.clock.now().toISOString(), recipients: ["someone@example.com"] },
    });
    await hear(drive, [message]);
    expect(await statusOf(drive, id)).toBe("delivered");
  });

  it("looks again for mail that it does not know yet, and lets go after a while", async () => {
    const message = JSON.stringify({
      notificationType: "Delivery",
      mail: { messageId: "nobody", destination: ["a@b.c"] },
      delivery: { recipients: ["a@b.c"] },
    });
    await hear(drive, [message], ["unknown-mail"]);
    const { ingest } = await import("@sendex/pipeline/reports/ingest");
    const state = async () => {
      const { rows } = await plain(drive.test.context.data).query<{ tries: number; done: boolean }>(
        "SELECT tries, done_at IS NOT NULL AS done FROM notifications WHERE id = 'unknown-mail'",
      );
      return rows[0];
    };
    expect(await state()).toEqual({ tries: 1, done: false });
    for (let i = 0; i < 5; i += 1) await ingest(drive.test.context, ["unknown-mail"]);
    expect(await state()).toEqual({ tries: 5, done: true });
  });

  it("lets AWS's topic move no mail of the sandbox", async () => {
    const id = await sent();
    await hear(drive, [say(id, "delivered")], undefined, "aws");
    expect(await statusOf(drive, id)).toBe("sent");
  });

  it("moves nothing of another account that a tag names wrongly", async () => {
    const id = await sent();
    const message = say(id, "delivered").replaceAll(drive.account.accountId, "acc_somebody_else");
    await hear(drive, [message]);
    expect(await statusOf(drive, id)).toBe("sent");
  });

  it("acknowledges what is no notification about mail", async () => {
    await hear(
      drive,
      ["Successfully validated SNS topic for Amazon SES event publishing.", "{}", "[]", ""],
      ["p1", "p2", "p3", "p4"],
    );
    const { rows } = await plain(drive.test.context.data).query(
      "SELECT 1 FROM notifications WHERE id LIKE 'p_' AND done_at IS NOT NULL",
    );
    expect(rows).toHaveLength(4);
  });
});
