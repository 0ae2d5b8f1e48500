import { describe, expect, it } from "@jest/globals";
import { readFormat } from "./format";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map(codeOf) : part)));
const codeOf = (character: string) => character.charCodeAt(0);

const PNG = bytes("\x89PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", [0, 0, 2, 88], [0, 0, 0, 200], [8, 6, 0, 0, 0]);
const GIF = bytes("GIF89a", [44, 1, 10, 0], [0, 0, 0]);
const JPEG = bytes(
  [0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4],
  // A thumbnail inside a segment is not the picture.
  [0xff, 0xe1, 0, 13, 0xff, 0xc0, 0, 9, 8, 0, 1, 0, 1, 0, 0],
  [0xff, 0xff, 0xc2, 0, 11, 8, 1, 0x2c, 2, 0x58, 3, 0, 0, 0],
);
const WEBP_LOSSY = bytes(
  "RIFF",
  [0, 0, 0, 0],
  "WEBPVP8 ",
  [0, 0, 0, 0],
  [0, 0, 0],
  "\x9d\x01\x2a",
  [88, 0x42, 44, 1],
);
const WEBP_LOSSLESS = bytes(
  "RIFF",
  [0, 0, 0, 0],
  "WEBPVP8L",
  [0, 0, 0, 0],
  [0x2f, 0x57, 0xc2, 0x4a, 0],
  [0, 0, 0, 0, 0],
);
const WEBP_EXTENDED = bytes(
  "RIFF",
  [0, 0, 0, 0],
  "WEBPVP8X",
  [10, 0, 0, 0],
  [0, 0, 0, 0],
  [0x57, 2, 0],
  [0x2b, 1, 0],
);

describe("an image's format", () => {
  it.each([
    ["PNG", PNG, "image/png", 600, 200],
    ["GIF", GIF, "image/gif", 300, 10],
    ["JPEG, past thumbnails and padding", JPEG, "image/jpeg", 600, 300],
    ["WebP with loss", WEBP_LOSSY, "image/webp", 600, 300],
    ["WebP without loss", WEBP_LOSSLESS, "image/webp", 600, 300],
    ["WebP with more to it", WEBP_EXTENDED, "image/webp", 600, 300],
  ])("is read from the bytes of a %s", (_, image, contentType, width, height) => {
    expect(readFormat(image)).toEqual({ contentType, width, height });
  });

  it.each([
    ["nothing", bytes()],
    ["SVG", bytes('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ["HTML", bytes("<html>GIF89a</html>")],
    ["a GIF without a side", bytes("GIF89a", [0, 0, 1, 0, 0, 0, 0])],
    ["a JPEG without a frame", bytes([0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, 0xff, 0xc0, 0, 9, 8, 0, 1, 0, 1])],
    [
      "another RIFF file",
      bytes(
        "RIFF",
        [0, 0, 0, 0],
        "WAVEfmt ",
        Array.from({ length: 20 }, () => 1),
      ),
    ],
  ])("is none of %s", (_, other) => {
    expect(readFormat(other)).toBeUndefined();
  });

  it("is never read past the end of the bytes", () => {
    for (const image of [PNG, GIF, JPEG, WEBP_LOSSY, WEBP_LOSSLESS, WEBP_EXTENDED])
      for (let end = 0; end < image.length; end += 1)
        expect(() => readFormat(image.subarray(0, end))).not.toThrow();
  });
});
