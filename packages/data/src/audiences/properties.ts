import {
  type ContactProperty,
  PROPERTY_TYPES,
  type PropertyValue,
  readValue,
} from "@sendex/core/audiences/contact";
import { Prisma } from "../generated/client";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Page } from "./page";
import { inPages, type Paged } from "./page";

export interface PropertyRow extends ContactProperty {
  id: string;
  createdAt: Date;
}

/** All of the account's, the oldest first. */
export async function allProperties(data: Data, accountId: string): Promise<PropertyRow[]> {
  const rows = await prisma(data).contactProperty.findMany({ where: { accountId }, orderBy: { id: "asc" } });
  return rows.map(readProperty);
}

/** Newest first. */
export async function listProperties(data: Data, accountId: string, page: Page): Promise<Paged<PropertyRow>> {
  return inPages(page, (part) =>
    prisma(data)
      .contactProperty.findMany({
        where: { accountId, ...part.where },
        orderBy: part.orderBy,
        take: part.take,
      })
      .then((rows) => rows.map(readProperty)),
  );
}

export async function findProperty(
  data: Data,
  accountId: string,
  id: string,
): Promise<PropertyRow | undefined> {
  const row = await prisma(data).contactProperty.findUnique({ where: { accountId_id: { accountId, id } } });
  return row ? readProperty(row) : undefined;
}

/** False where there is one of this key already. */
export async function insertProperty(data: Data, accountId: string, property: PropertyRow): Promise<boolean> {
  const { count } = await prisma(data).contactProperty.createMany({
    data: [{ accountId, ...property, fallback: stored(property.fallback) }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function setFallback(
  data: Data,
  accountId: string,
  id: string,
  fallback: PropertyValue | null,
): Promise<void> {
  await prisma(data).contactProperty.updateMany({
    where: { accountId, id },
    data: { fallback: stored(fallback) },
  });
}

/** Contacts keep their values, which nothing shows until one of this key is made again. */
export async function deleteProperty(data: Data, accountId: string, id: string): Promise<boolean> {
  const { count } = await prisma(data).contactProperty.deleteMany({ where: { accountId, id } });
  return count === 1;
}

function stored(fallback: PropertyValue | null) {
  return fallback ?? Prisma.DbNull;
}

interface Row {
  id: string;
  key: string;
  type: string;
  fallback: unknown;
  createdAt: Date;
}

function readProperty({ id, key, type: word, fallback, createdAt }: Row): PropertyRow {
  const type = PROPERTY_TYPES.find((known) => known === word) ?? "string";
  return { id, key, type, fallback: readValue(type, fallback) ?? null, createdAt };
}
