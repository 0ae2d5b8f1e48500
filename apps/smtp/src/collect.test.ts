import { Readable } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { openBounds } from "./bounds";
import { collect, MAX_MAIL_BYTES } from "./collect";

const bounds = (bytes = 1_000_000) => openBounds({ perAddress: 1, perKey: 1, bytes });
const pieces = (bytes: Buffer, size: number): Readable => {
  const cut: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) cut.push(bytes.subarray(at, at + size));
  return Readable.from(cut);
};

describe("a mail that comes in", () => {
  it("is what it was, or has a line end that is none, however it is cut", async () => {
    const text = fc.array(fc.constantFrom("\r\n", "\r", "\n", "a", ".", "bc"), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (parts, size) => {
        const whole = parts.join("");
        const isBare = /\r(?!\n)|(?<!\r)\n/.test(whole);
        const read = collect(pieces(Buffer.from(whole), size), bounds());
        if (isBare) await expect(read).rejects.toMatchObject({ isForNow: false });
        else expect((await read).raw.toString()).toBe(whole);
      }),
    );
  });

  it("is put off where there is no room, and leaves what it took", async () => {
    const few = bounds(100);
    await expect(collect(pieces(Buffer.alloc(150, "a"), 60), few)).rejects.toMatchObject({ isForNow: true });
    const { give } = await collect(pieces(Buffer.alloc(100, "a"), 60), few);
    expect(few.take(1)).toBe(false);
    give();
    expect(few.take(100)).toBe(true);
  });

  it("is refused where it is larger than a mail may be", async () => {
    const part = Buffer.alloc(1_000_000, "a");
    const many = Array.from({ length: MAX_MAIL_BYTES / part.length + 1 }, () => part);
    await expect(collect(Readable.from(many), bounds(1e9))).rejects.toThrow("at most");
  });
});
