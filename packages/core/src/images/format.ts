import type { ImageType } from "./image";

/** What the first bytes of an image say of it; its name is not asked. */
export interface ImageFormat {
  contentType: ImageType;
  /** Pixels. */
  width: number;
  height: number;
}

/** Undefined for what is no PNG, JPEG, GIF or WebP, or ends before it says its size. */
export function readFormat(bytes: Uint8Array): ImageFormat | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const read of [png, gif, webp, jpeg]) {
    const format = read(bytes, view);
    if (format) return format.width > 0 && format.height > 0 ? format : undefined;
  }
  return undefined;
}

type Read = (bytes: Uint8Array, view: DataView) => ImageFormat | undefined;

/** Source: W3C, "Portable Network Graphics", 5.2 and 11.2.1: IHDR comes first. */
const png: Read = (bytes, view) => {
  if (!begins(bytes, 0, "\x89PNG\r\n\x1a\n") || !begins(bytes, 12, "IHDR") || bytes.length < 24)
    return undefined;
  return { contentType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
};

/** Source: GIF89a Specification, 17 and 18. */
const gif: Read = (bytes, view) => {
  if ((!begins(bytes, 0, "GIF87a") && !begins(bytes, 0, "GIF89a")) || bytes.length < 10) return undefined;
  return { contentType: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
};

/** Source: RFC 9649, 2.4 to 2.7; lossy as RFC 6386 9.1 has it, lossless by its 3.4. */
const webp: Read = (bytes, view) => {
  if (!begins(bytes, 0, "RIFF") || !begins(bytes, 8, "WEBP") || bytes.length < 30) return undefined;
  const contentType = "image/webp";
  if (begins(bytes, 12, "VP8X"))
    return { contentType, width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  if (begins(bytes, 12, "VP8 ") && begins(bytes, 23, "\x9d\x01\x2a"))
    return {
      contentType,
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  if (begins(bytes, 12, "VP8L") && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { contentType, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return undefined;
};

/** The first frame's header, past the segments before it. Source: ITU-T T.81, B.1.1 and B.2.2. */
const jpeg: Read = (bytes, view) => {
  if (!begins(bytes, 0, "\xff\xd8\xff")) return undefined;
  for (let at = 2; at + 9 <= bytes.length && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { contentType: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else if (standsAlone(marker)) at += 2;
    // The picture itself, or its end: no frame came before it.
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
};

/** SOF0 to SOF15, among which DHT, JPG and DAC have their numbers. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Markers without a length. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

function begins(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function uint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
