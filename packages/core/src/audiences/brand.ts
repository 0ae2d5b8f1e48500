/** How an account looks on the pages that its readers see: those behind unsubscribe links, and of its forms. */

export const MAX_BRAND_NAME_CHARACTERS = 100;
export const MAX_LOGO_BYTES = 256 * 1024;
/** In base64, as a call brings it. */
export const MAX_LOGO_CHARACTERS = Math.ceil(MAX_LOGO_BYTES / 3) * 4;
/** `#rrggbb` */
export const BRAND_COLOR = /^#[0-9a-fA-F]{6}$/;

export interface Brand {
  /** Null: the account's own name. */
  name: string | null;
  /** `#rrggbb`; null: ours. */
  color: string | null;
  /** Where the logo is; nobody can guess it. */
  logoId: string | null;
}

export const NO_BRAND: Brand = { name: null, color: null, logoId: null };

export const LOGO_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** What an image is by its first bytes; undefined for what is none of these. An SVG can hold scripts and is none. */
export function logoType(bytes: Uint8Array): LogoType | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_START));
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return "image/gif";
  return start.startsWith("RIFF") && start.slice(8) === "WEBP" ? "image/webp" : undefined;
}

const LONGEST_START = 12;

const BLACK = "#000000";
const WHITE = "#ffffff";

/** The more readable of black and white on a colour: at least 4.5:1, whatever the colour (the worst has 4.58:1). */
export function textOn(color: string): string {
  return contrast(color, BLACK) >= contrast(color, WHITE) ? BLACK : WHITE;
}

/** The contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Source: WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
