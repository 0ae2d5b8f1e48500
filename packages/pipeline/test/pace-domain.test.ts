import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { openDomainLimits } from "@sendex/pipeline/sending/domain-limits";
import { openDrive, post, type Drive } from "@sendex/testing/drive";
import { sendDue } from "@sendex/testing/due";
import { read, rowOf } from "@sendex/testing/look";
import { EVENTS, hear, sesEvent } from "@sendex/testing/ses-events";

const SLOW = "slow.example";

describe("a domain that defers our mail", () => {
  let drive: Drive;
  beforeAll(async () => void (drive = await openDrive()));
  afterAll(() => drive.test.close());
  beforeEach(() => {
    drive.test.world.sent.length = 0;
  });

  const postTo = (domain: string, count: number, priority: "critical" | "standard" = "standard") =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        post(drive, { to: [{ address: `user${i}@${domain}` }], priority }),
      ),
    );

  /** SES tells that each of these was put off, or taken, by its server. */
  const report = async (ids: string[], domain: string, outcome: "deferred" | "delivered"): Promise<void> => {
    const [type] = EVENTS[outcome];
    const events = ids.map((id, i) => {
      const address = `user${i}@${domain}`;
      const body =
        outcome === "deferred"
          ? { deliveryDelay: { delayType: "IPFailure", delayedRecipients: [{ emailAddress: address }] } }
          : { delivery: { recipients: [address] } };
      return sesEvent(drive, { id, address }, type, body);
    });
    await hear(drive, events);
  };

  /** Sends two rounds of mail that the domain puts off, long enough apart to be seen as what it does. */
  const restrict = async (domain: string): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      const ids = await postTo(domain, 5);
      await sendDue(drive);
      await report(ids, domain, "deferred");
      drive.test.clock.advance(10_000);
    }
    await readLimits();
  };

  /** What a send worker reads once a second, read now. */
  const readLimits = async (): Promise<void> => {
    drive.sender.domains.close();
    drive.sender.domains = await openDomainLimits(drive.test.context);
  };

  const sentTo = (domain: string) =>
    drive.test.world.sent.filter(({ to }) => to.endsWith(`@${domain}`)).length;
  const paced = async (id: string) => (await read(drive, id)).events.filter(({ type }) => type === "paced");

  it("gets its mail slower, critical mail first, while others' goes on, and says so once", async () => {
    await restrict(SLOW);
    drive.test.world.sent.length = 0;

    const slow = await postTo(SLOW, 6);
    const others = await postTo("quick.example", 6);
    await sendDue(drive);
    expect(sentTo("quick.example")).toBe(others.length);
    expect(sentTo(SLOW)).toBe(1);
    const waiting: string[] = [];
    for (const id of slow) if ((await rowOf(drive, id)).status === "queued") waiting.push(id);
    expect(waiting).toHaveLength(5);
    const rows = await Promise.all(waiting.map((id) => rowOf(drive, id)));
    for (const row of rows) expect(row).toMatchObject({ reason: "paced", ladder_step: 0, attempt: 0 });
    expect(new Set(rows.map(({ due_at }) => String(due_at))).size).toBe(5);

    const [id = ""] = waiting;
    const [entry] = await paced(id);
    expect(entry?.data).toMatchObject({
      reason: "paced",
      detail: expect.stringContaining(`${SLOW} has been deferring mail`),
      pace: { limit: "domain", domain: SLOW },
    });
    // Their time comes by our clock, while by Redis' own no slot has come up.
    drive.test.clock.advance(400_000);
    await readLimits();
    await sendDue(drive);
    expect(await paced(id)).toHaveLength(1);

    const [urgent = ""] = await postTo(SLOW, 1, "critical");
    await sendDue(drive);
    expect((await rowOf(drive, urgent)).status).toBe("sent");
  });

  it("gets all of it once it has taken enough", async () => {
    await restrict("mended.example");
    expect(drive.sender.domains.of("sandbox", "mended.example")).toBeDefined();
    for (let round = 0; round < 5; round += 1) {
      const more = await postTo("mended.example", 40);
      drive.sender.domains = { none: () => true, of: () => undefined, close: () => undefined };
      await sendDue(drive);
      await report(more, "mended.example", "delivered");
    }
    await readLimits();
    expect(drive.sender.domains.of("sandbox", "mended.example")).toBeUndefined();
  });

  it("is known by one name, however it is written", async () => {
    await restrict("bücher.example");
    expect(drive.sender.domains.of("sandbox", "xn--bcher-kva.example")).toBeDefined();
    const ids = await postTo("BÜCHER.example", 2);
    await sendDue(drive);
    const statuses = await Promise.all(ids.map(async (id) => (await rowOf(drive, id)).status));
    expect(statuses.sort()).toEqual(["queued", "sent"]);
  });

  it("is not limited while Redis is away", async () => {
    const { context } = drive.test;
    const broken = { ...context.domains, limits: () => Promise.reject(new Error("away")) };
    const limits = await openDomainLimits({ ...context, domains: broken });
    expect(limits.none()).toBe(true);
    limits.close();
  });
});
