import type { Account } from "@sendex/sdk/generated/api";

/** A logo that has been chosen and not saved. */
export interface ChosenLogo {
  file: File;
  base64: string;
}

/** What the form holds: `logo` undefined is the one that there is, null none. */
export interface BrandValues {
  name: string;
  color: string;
  logo: ChosenLogo | null | undefined;
}

const MAX_LOGO_BYTES = 256 * 1024;
export const LOGO_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif"];

export function valuesOf({ name, color }: Account["brand"]): BrandValues {
  return { name: name ?? "", color: color ?? "", logo: undefined };
}

/** As the API takes it; an empty field is the account's own name, or our colour. */
export function bodyOf({ name, color, logo }: BrandValues) {
  return {
    name: name.trim() || null,
    color: color || null,
    ...(logo !== undefined && { logo: logo && logo.base64 }),
  };
}

/** While a colour is being typed it is none yet. */
export function isWhole({ color }: BrandValues): boolean {
  return color === "" || /^#[0-9a-f]{6}$/i.test(color);
}

/** Why a file is no logo; undefined: it may be one. */
export function whyNoLogo({ type, size }: Pick<File, "type" | "size">): "type" | "size" | undefined {
  if (!LOGO_TYPES.includes(type)) return "type";
  return size > MAX_LOGO_BYTES ? "size" : undefined;
}

/** A file's bytes in base64. */
export async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/, "") : "");
    reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"));
    reader.readAsDataURL(file);
  });
}
