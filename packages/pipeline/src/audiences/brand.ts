import { logoType, MAX_LOGO_BYTES } from "@sendex/core/audiences/brand";
import { type FieldError, invalidFields, type SendexError } from "@sendex/core/error";
import { newLinkToken } from "@sendex/crypto/token";
import { type BrandChange, findLogo, type Logo, readBrand } from "@sendex/data/audiences/brands";
import type { Context, PipelineSettings } from "../context";

/** How an account looks to its readers, with the logo's address below our own. */
export interface Look {
  name: string | null;
  color: string | null;
  /** A path of ours, or the image itself (`data:`). */
  logo: string | null;
}

/** What a call says of it; `logo` is an image's bytes in base64. */
export interface BrandWish {
  name?: string | null;
  color?: string | null;
  logo?: string | null;
}

export async function readLook({ data }: Pick<Context, "data">, accountId: string): Promise<Look> {
  const { name, color, logoId } = await readBrand(data, accountId);
  return { name, color, logo: logoId === null ? null : logoPath(logoId) };
}

/** The image at a logo's address; undefined where there is none, or no longer. */
export async function openLogo(
  { data }: Pick<Context, "data">,
  logoId: string,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  return findLogo(data, logoId);
}

/** As it would be with these changes, before anything is kept. @throws SendexError bad_request on a logo that is no image */
export async function tryLook(
  context: Pick<Context, "data">,
  accountId: string,
  { name, color, logo }: BrandWish,
): Promise<Look> {
  const before = await readLook(context, accountId);
  const image = await embedded(context, before.logo, logo);
  return {
    name: name === undefined ? before.name : name || null,
    color: color === undefined ? before.color : color,
    logo: image,
  };
}

/** Where it is shown nothing can be fetched. */
async function embedded(
  { data }: Pick<Context, "data">,
  before: string | null,
  wished: string | null | undefined,
): Promise<string | null> {
  if (wished === null) return null;
  const stored = wished === undefined && before !== null ? await findLogo(data, logoIdOf(before)) : undefined;
  const shown = wished === undefined ? stored : readLogo(wished, "logo");
  return shown ? `data:${shown.type};base64,${Buffer.from(shown.bytes).toString("base64")}` : null;
}

/** What is to be written of a wish. A new logo has a new address, which nobody can guess. @throws SendexError bad_request */
export function brandChange({ name, color, logo }: BrandWish): BrandChange {
  return {
    ...(name !== undefined && { name: name === "" ? null : name }),
    ...(color !== undefined && { color: color?.toLowerCase() ?? null }),
    ...(logo !== undefined && { logo: logo === null ? null : readLogo(logo, "brand.logo") }),
  };
}

function readLogo(base64: string, field: string): Logo {
  const bytes = Buffer.from(base64, "base64");
  const type = logoType(bytes);
  if (bytes.length > MAX_LOGO_BYTES)
    throw wrongLogo(field, "too_large", `must have at most ${MAX_LOGO_BYTES} bytes`);
  if (!type) throw wrongLogo(field, "format", "must be a PNG, JPEG, WebP or GIF in base64");
  return { id: newLinkToken(), type, bytes };
}

function wrongLogo(field: string, code: FieldError["code"], what: string): SendexError {
  return invalidFields([{ field, code, message: `${field} ${what}.` }]);
}

const LOGOS = "/logos/";

function logoPath(logoId: string): string {
  return `${LOGOS}${logoId}`;
}

function logoIdOf(path: string): string {
  return path.slice(LOGOS.length);
}

/** As browsers find it from anywhere. */
export function logoUrl({ publicUrl }: Pick<PipelineSettings, "publicUrl">, { logo }: Look): string | null {
  return logo === null ? null : `${publicUrl}${logo}`;
}
