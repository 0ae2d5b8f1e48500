import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { openSealer } from "@sendex/crypto/seal";
import { type Content, sealContent, unsealContent } from "./seal";

const sealer = openSealer({ masterKeys: [{ id: "m1", key: randomBytes(32) }] });
const owner = { accountId: "acc_1", messageId: "msg_1", dataKey: sealer.newDataKey("acc_1") };

const plain: Content = { headers: { "X-A": "1" }, attachments: [] };
const file = (content: Uint8Array) => ({ filename: "a.bin", contentType: "application/pdf", content });

async function there(content: Content): Promise<Content | undefined> {
  const sealed = await sealContent(sealer, owner, content);
  return unsealContent(sealer, owner, new Map(sealed.map((one) => [one.field, one.sealed])));
}

describe("sealing content", () => {
  test.each<[string, Content]>([
    ["a short text", { ...plain, text: "Hello" }],
    ["an empty html beside a text", { ...plain, text: "Hello", html: "" }],
    ["a large html", { ...plain, html: '<p>\n"x"</p>'.repeat(200_000) }],
    ["a large text and html", { ...plain, text: "a\\b".repeat(200_000), html: "é".repeat(700_000) }],
    // An odd place for every pair, so that one of them is cut in two.
    ["pairs of surrogates across every cut", { ...plain, text: `x${"🎉".repeat(700_000)}` }],
  ])("gives back %s", async (_, content) => {
    expect(await there(content)).toEqual(content);
  });

  test.each([0, 10, 256 * 1024, 3_000_001])("gives back a file of %d bytes", async (length) => {
    const bytes = randomBytes(length);
    const read = await there({ ...plain, text: "t", attachments: [file(bytes)] });
    expect(bytes.equals(read?.attachments[0]?.content ?? Buffer.of(1))).toBe(true);
  });

  test("lets others have their turn while it seals megabytes", async () => {
    let turns = 0;
    let timer = setImmediate(function again() {
      turns += 1;
      timer = setImmediate(again);
    });
    await sealContent(sealer, owner, {
      ...plain,
      html: "<p>x</p>".repeat(1_000_000),
      attachments: [file(Buffer.alloc(8_000_000))],
    });
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(25);
  });
});
