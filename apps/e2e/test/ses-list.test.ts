import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { startTestSandbox, type TestSandbox } from "../../sandbox/test/running";
import { openSesList } from "@sendex/outside/ses-list";

describe("the SES account's suppression list, at the sandbox", () => {
  let sandbox: TestSandbox;
  let list: ReturnType<typeof openSesList>;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    list = openSesList({ region: "us-east-1", endpoint: sandbox.url, pageSize: 2 });
  });
  afterAll(async () => {
    list.close();
    await sandbox.close();
  });
  beforeEach(() => sandbox.call("DELETE", "/_sandbox/faults"));

  test("takes an address, finds it in any case, and lets it go, twice if need be", async () => {
    const entry = { address: "q+1@y.dev", reason: "complaint" } as const;
    await list.put(entry);
    expect(await list.find("Q+1@y.dev")).toEqual(entry);
    expect((await list.page({})).entries).toEqual([entry]);
    await list.remove(entry.address);
    await list.remove(entry.address);
    expect(await list.find(entry.address)).toBeUndefined();
    expect(await list.page({})).toEqual({ entries: [] });
  });

  test("is read in pages, and by time", async () => {
    const addresses = ["a@y.dev", "b@y.dev", "c@y.dev"];
    await Promise.all(addresses.map((address) => list.put({ address, reason: "bounce" })));
    const first = await list.page({});
    expect([first.entries.length, typeof first.cursor]).toEqual([2, "string"]);
    const rest = await list.page({ cursor: first.cursor ?? "" });
    expect(rest).toEqual({ entries: [{ address: "c@y.dev", reason: "bounce" }] });
    expect((await list.page({ since: new Date(Date.now() + 60_000) })).entries).toEqual([]);
    expect((await list.page({ since: new Date(Date.now() - 60_000) })).entries).toHaveLength(2);
  });

  test.each(["ListSuppressedDestinations", "DeleteSuppressedDestination"])(
    "%s that fails rejects",
    async (operation) => {
      for (const error of ["Throttling", "InternalFailure", "AccessDenied", "reset"]) {
        await sandbox.call("POST", "/_sandbox/faults", { operation, error, count: 1 });
        await expect(operation.startsWith("List") ? list.page({}) : list.remove("a@y.dev")).rejects.toThrow();
      }
    },
  );

  test("has what hard-bounced or complained, and mail to that is returned", async () => {
    const send = (to: string) => sandbox.sendRaw({ Destinations: [to], ConfigurationSetName: "sendex" });
    const { MessageId: messageId } = await send("gone@y.dev");
    await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Bounce", recipient: "gone@y.dev" });
    expect((await list.find("gone@y.dev"))?.reason).toBe("bounce");
    await sandbox.call("POST", "/_sandbox/events", { messageId, type: "Complaint", recipient: "gone@y.dev" });
    expect((await list.find("gone@y.dev"))?.reason).toBe("complaint");
    const soft = { messageId, type: "Bounce", recipient: "soft@y.dev", bounceType: "Transient" };
    await sandbox.call("POST", "/_sandbox/events", soft);
    const own = { messageId, type: "Bounce", recipient: "bounce@simulator.amazonses.com" };
    await sandbox.call("POST", "/_sandbox/events", own);
    expect(await list.find("soft@y.dev")).toBeUndefined();
    expect(await list.find("bounce@simulator.amazonses.com")).toBeUndefined();
  });
});
