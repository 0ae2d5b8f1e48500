import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { seedAccount, type SeededAccount } from "@sendex/testing/accounts";
import { type Drive, driveOver } from "@sendex/testing/drive";
import { deliverDue, sendDue } from "@sendex/testing/due";
import { emailOf, messageOf, openTestApi, type TestApi } from "./api";
import { plain } from "@sendex/data/database/pools";

let api: TestApi;
let other: SeededAccount;
let drive: Drive;
beforeAll(async () => {
  api = await openTestApi();
  other = await seedAccount(api.context);
  drive = await driveOver(api, api.tenant);
});
afterAll(() => api.close());

interface Step {
  at?: string;
  code: string;
  text: string;
  recipient?: string;
}
const send = async (change = {}): Promise<string> =>
  (await api.send("post", "/api/v1/emails", { body: emailOf(api.tenant, change) })).body.id;
const explain = async (id: string, base = "/api/v1/emails") =>
  (await api.send("get", `${base}/${id}/explain`)).body;
const codes = (steps: Step[]): string[] => steps.map(({ code }) => code);

describe("GET …/:id/explain", () => {
  test("tells of a message that failed twice and then went out, and of its webhooks", async () => {
    const body = { endpoint: "https://hooks.example/x", events: ["email.sent"] };
    await api.send("post", "/api/v1/webhooks", { body });
    const id = await send();
    for (const code of ["ServiceUnavailable", "InternalFailure"]) {
      api.world.sesAnswers.push({ kind: "retry", code, detail: "Try again.", alert: false });
      await sendDue(drive);
      const { next } = await explain(id);
      expect(next[0]).toMatchObject({ code: "retry", recipient: "you@inbox.example" });
      api.clock.set(new Date(next[0].at));
    }
    await sendDue(drive);
    const waiting = await explain(id);
    expect(waiting.next).toMatchObject([{ code: "wait_for_report" }, { code: "webhook" }]);
    await deliverDue(drive);
    const told = await explain(id);
    expect(told).toMatchObject({ object: "explanation", id, status: "sent" });
    expect(codes(told.steps)).toEqual([
      "accepted",
      "attempt_failed",
      "attempt_failed",
      "attempt_sent",
      "webhook_succeeded",
    ]);
    expect(told.steps[0].text).toMatch(/^Accepted on \/api\/v1 with the key "/);
    expect(told.steps[1].text).toContain('answered with ServiceUnavailable, saying "Try again"');
    expect(codes(told.next)).toEqual(["wait_for_report"]);
  });

  test("tells of a suppressed address beside one that was sent, on either surface", async () => {
    await plain(api.context.data).query(
      "INSERT INTO suppressions (account_id, address, reason, origin, created_at) VALUES ($1, 'gone@inbox.example', 'bounce', 'ses', $2)",
      [api.tenant.accountId, api.clock.now()],
    );
    const body = messageOf(api.tenant, { recipient: ["you@inbox.example", "Gone@inbox.example"] });
    const { message_id: id } = (await api.send("post", "/v1/messages", { body })).body;
    await sendDue(drive);
    const told = await explain(id, "/v1/messages");
    expect(told).toMatchObject({ status: "accepted", summary: "Of 2 recipients: 1 accepted, 1 suppressed." });
    const why = told.steps.find(({ code }: Step) => code === "suppressed");
    expect(why).toMatchObject({
      recipient: "Gone@inbox.example",
      text: expect.stringContaining("mail to it bounced for good. It has been there since"),
    });
    expect((await explain(id)).status).toBe("sent");
  });

  test("tells of one that waits for its time", async () => {
    const at = new Date(api.clock.now().getTime() + 3_600_000).toISOString();
    const told = await explain(await send({ scheduled_at: at }));
    expect(told.steps[0].text).toContain(`to be sent at ${at}`);
    expect(told.next).toMatchObject([{ at, code: "send_scheduled" }]);
  });

  test("is nobody else's", async () => {
    const id = await send();
    const unknown = await api.send("get", `/api/v1/emails/msg_${"0".repeat(27)}/explain`);
    for (const base of ["/api/v1/emails", "/v1/messages"]) {
      const answer = await api.send("get", `${base}/${id}/explain`, { key: other.keys.full });
      expect([answer.status, answer.text]).toEqual([404, unknown.text]);
      const sendOnly = await api.send("get", `${base}/${id}/explain`, { key: api.tenant.keys.sendOnly });
      expect(sendOnly.status).toBe(403);
    }
  });
});
