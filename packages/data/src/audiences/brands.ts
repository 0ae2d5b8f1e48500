import { type Brand, type LogoType, NO_BRAND } from "@sendex/core/audiences/brand";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Records } from "../database/transaction";

/** A logo as it is stored. */
export interface Logo {
  id: string;
  type: LogoType;
  bytes: Uint8Array;
}

/** What is absent stays; null takes it away. */
export interface BrandChange {
  name?: string | null;
  color?: string | null;
  logo?: Logo | null;
}

/** Without the logo's bytes, which only those read who look at it. */
export async function readBrand(data: Data, accountId: string): Promise<Brand> {
  const select = { name: true, color: true, logoId: true };
  return (await prisma(data).brand.findUnique({ where: { accountId }, select })) ?? NO_BRAND;
}

export async function putBrand(
  where: Data | Records,
  accountId: string,
  { name, color, logo }: BrandChange,
): Promise<void> {
  const change = {
    ...(name !== undefined && { name }),
    ...(color !== undefined && { color }),
    ...(logo !== undefined && storedLogo(logo)),
  };
  await prisma(where).brand.upsert({
    where: { accountId },
    create: { accountId, ...change },
    update: change,
  });
}

function storedLogo(logo: Logo | null) {
  if (logo === null) return { logoId: null, logoType: null, logo: null };
  return { logoId: logo.id, logoType: logo.type, logo: Buffer.from(logo.bytes) };
}

/** Undefined where there is no such logo, or no longer. */
export async function findLogo(
  data: Data,
  logoId: string,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const found = await prisma(data).brand.findFirst({
    where: { logoId },
    select: { logoType: true, logo: true },
  });
  if (!found?.logo || found.logoType === null) return undefined;
  return { type: found.logoType, bytes: found.logo };
}
