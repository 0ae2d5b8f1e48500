import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { broadcastChecks } from "@sendex/pipeline/audiences/check-broadcast";
import {
  changeBroadcast,
  duplicateBroadcast,
  previewBroadcast,
  removeBroadcast,
} from "@sendex/pipeline/audiences/broadcasts";
import { sendBroadcast } from "@sendex/pipeline/audiences/drive-broadcast";
import { makeProperty } from "@sendex/pipeline/audiences/properties";
import { type Drive, openDrive } from "@sendex/testing/drive";
import { broadcastOf, draftBroadcast, makeAudience } from "./broadcast-drive";

let own: Drive;
beforeAll(async () => void (own = await openDrive()));
afterAll(() => own.test.close());

describe("a draft", () => {
  it("is refused what it lacks, by its fields", async () => {
    const id = await draftBroadcast(own, { subject: null, from: "a@unknown.example" });
    const checks = await broadcastChecks(own.test.context, await broadcastOf(own, id));
    expect(checks.filter(({ level }) => level !== "ok").map(({ check, level }) => [check, level])).toEqual([
      ["domain", "error"],
      ["dmarc", "warning"],
      ["unsubscribe", "warning"],
      ["audience", "warning"],
    ]);
    own.test.world.dns.set("TXT _dmarc.unknown.example", ["v=DMARC1; p=reject"]);
    const [, dmarc] = await broadcastChecks(own.test.context, {
      ...(await broadcastOf(own, id)),
      from: "a@sub.unknown.example",
    });
    expect(dmarc).toMatchObject({ check: "dmarc", level: "ok" });
    await expect(sendBroadcast(own.test.context, own.caller, id)).rejects.toMatchObject({
      fields: [
        { field: "segment_id", code: "required" },
        { field: "subject", code: "required" },
        { field: "from", code: "not_verified" },
      ],
    });
    await expect(
      changeBroadcast(own.test.context, own.caller, id, { html: "{% if %}" }),
    ).rejects.toMatchObject({
      fields: [{ field: "html", code: "format" }],
    });
    const segmentId = "seg_00000000000000000000000000";
    await expect(changeBroadcast(own.test.context, own.caller, id, { segmentId })).rejects.toMatchObject({
      fields: [{ field: "segment_id", code: "unknown" }],
    });
  });

  it("is told what its reader would stumble over, by the mail that somebody gets", async () => {
    const { context } = own.test;
    await makeProperty(context, own.caller, { key: "site", type: "string", fallback: null });
    const look = async (html: string) => {
      const id = await draftBroadcast(own, { html, subject: "Hi" });
      const checks = await broadcastChecks(context, await broadcastOf(own, id));
      const told = checks.filter(({ check }) => ["values", "links", "images", "contrast"].includes(check));
      return told.map(({ level, message }) => (level === "ok" ? level : message));
    };
    expect(
      await look(
        '<a href="{{ site | default: "https://a.example" }}">A</a><a href="{{{unsubscribe_url}}}">B</a><img src="https://a.example/a.png" alt="">{{ first_name | default: "you" }}',
      ),
    ).toEqual(["ok", "ok", "ok", "ok"]);
    // A property may be a whole address; nobody knows before.
    expect((await look('<a href="{{ site }}">A</a>'))[1]).toBe("ok");
    expect(
      await look(
        '<a href="#">{{ FIRST_NAME }}</a><img src="a.png"><p style="color:#aaa;background:#fff">Pale</p>{{ contact.site }}',
      ),
    ).toEqual([
      "Contacts without it see nothing in place of FIRST_NAME, contact.site.",
      "1 link leads nowhere: the address is empty, or # alone.",
      "No mail program finds 1 image: a.png.",
      "1 text is hard to read: “Pale” is #aaaaaa on #ffffff, a contrast of 2.3.",
    ]);
    const id = await draftBroadcast(own, { html: "{{ plam }}", segmentId: await makeAudience(own, 1) });
    await expect(sendBroadcast(context, own.caller, id)).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ field: "html", code: "unknown" })]),
    });
  });

  it("can be looked at, copied and removed", async () => {
    const { context } = own.test;
    const id = await draftBroadcast(own, { segmentId: await makeAudience(own, 1), previewText: "Look" });
    const unknown = await previewBroadcast(context, own.caller, id);
    expect(unknown).toMatchObject({ subject: "Hi Ada", priority: "bulk" });
    expect(unknown.html).toMatch(/Look<\/div><p>Hello Ada<\/p>$/);
    const ann = await previewBroadcast(context, own.caller, id, { contact: { address: "c1@example.com" } });
    expect(ann.subject).toBe("Hi C1");
    const copy = await duplicateBroadcast(context, own.caller, id);
    expect(copy).toMatchObject({ state: "draft", previewText: "Look", name: "News" });
    await removeBroadcast(context, own.caller, copy.id);
    await expect(removeBroadcast(context, own.caller, copy.id)).rejects.toThrow("no such broadcast");
  });
});
