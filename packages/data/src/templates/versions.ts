import { storedBlocks } from "@sendex/core/templates/blocks/read";
import type { TemplateChange, TemplateContent } from "@sendex/core/templates/template";
import type { TemplateVariable } from "@sendex/core/templates/variable";
import type { Template, TemplateVersion } from "../generated/client";
import { columnsOf, jsonOf } from "./columns";
import {
  FIND_VERSION,
  INSERT_VERSION,
  LOCK_TEMPLATE,
  PUBLISH,
  PUBLISH_VERSION,
  UPDATE_DRAFT,
  UPDATE_TEMPLATE,
} from "./statements";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import { type Records, type Transaction, transaction } from "../database/transaction";

export interface TemplateRow {
  accountId: string;
  id: string;
  name: string;
  alias: string | null;
  /** What is sent; null until the first publishing. */
  publishedVersion: number | null;
  lastVersion: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface VersionRow extends TemplateContent {
  accountId: string;
  templateId: string;
  version: number;
  id: string;
  createdAt: Date;
  updatedAt: Date;
  /** Null: the draft. */
  publishedAt: Date | null;
}

/** Whether an alias is taken is known only when it is written. */
export type Written = "written" | "alias_taken" | "unknown" | "full";

/** A template with its first version, a draft unless it comes published. */
export async function createTemplate(
  where: Data | Records,
  template: Omit<TemplateRow, "publishedVersion" | "lastVersion" | "updatedAt">,
  version: TemplateContent & { id: string; publishedAt?: Date },
): Promise<Written> {
  const { createdAt } = template;
  const { id, publishedAt = null } = version;
  const times = { createdAt, updatedAt: createdAt };
  try {
    await prisma(where).template.create({
      data: {
        ...template,
        ...times,
        lastVersion: 1,
        publishedVersion: publishedAt && 1,
        versions: { create: { ...columnsOf(version), id, publishedAt, version: 1, ...times } },
      },
    });
    return "written";
  } catch (error) {
    if (isTaken(error)) return "alias_taken";
    throw error;
  }
}

export async function countTemplates(data: Data, accountId: string): Promise<number> {
  return prisma(data).template.count({ where: { accountId } });
}

/** By id or alias. */
export async function findTemplate(
  data: Data,
  accountId: string,
  ref: { id: string } | { alias: string },
): Promise<TemplateRow | undefined> {
  return (await prisma(data).template.findFirst({ where: { accountId, ...ref } })) ?? undefined;
}

/** Newest first; `after` and `before` are ids. */
export async function listTemplates(
  data: Data,
  accountId: string,
  page: { limit: number; after?: string; before?: string },
): Promise<{ data: (Template & { publishedAt: Date | null })[]; hasMore: boolean }> {
  const backwards = page.before !== undefined;
  const rows = await prisma(data).template.findMany({
    where: {
      accountId,
      id: { ...(page.after ? { lt: page.after } : {}), ...(page.before ? { gt: page.before } : {}) },
    },
    orderBy: { id: backwards ? "asc" : "desc" },
    take: page.limit + 1,
    include: {
      versions: {
        where: { publishedAt: { not: null } },
        orderBy: { version: "desc" },
        take: 1,
        select: { publishedAt: true },
      },
    },
  });
  const found = rows.slice(0, page.limit).map(({ versions: [published], ...row }) => {
    return { ...row, publishedAt: published?.publishedAt ?? null };
  });
  return { data: backwards ? found.reverse() : found, hasMore: rows.length > page.limit };
}

export async function findVersion(
  data: Data,
  accountId: string,
  templateId: string,
  version: number,
): Promise<VersionRow | undefined> {
  const where = { accountId_templateId_version: { accountId, templateId, version } };
  const row = await prisma(data).templateVersion.findUnique({ where });
  return row ? readVersion(row) : undefined;
}

/** The same by its id. */
export async function findVersionById(
  data: Data,
  accountId: string,
  templateId: string,
  id: string,
): Promise<VersionRow | undefined> {
  const row = await prisma(data).templateVersion.findUnique({ where: { accountId_id: { accountId, id } } });
  return row?.templateId === templateId ? readVersion(row) : undefined;
}

/** A template's versions without what they hold, newest first; `after` and `before` are ids. */
export async function listVersions(
  data: Data,
  accountId: string,
  templateId: string,
  page: { limit: number; after?: string; before?: string },
): Promise<{
  data: Pick<VersionRow, "id" | "version" | "createdAt" | "publishedAt" | "subject">[];
  hasMore: boolean;
}> {
  const backwards = page.before !== undefined;
  const rows = await prisma(data).templateVersion.findMany({
    where: {
      accountId,
      templateId,
      id: { ...(page.after ? { lt: page.after } : {}), ...(page.before ? { gt: page.before } : {}) },
    },
    orderBy: { id: backwards ? "asc" : "desc" },
    take: page.limit + 1,
    select: { id: true, version: true, createdAt: true, publishedAt: true, subject: true },
  });
  const found = rows.slice(0, page.limit);
  return { data: backwards ? found.reverse() : found, hasMore: rows.length > page.limit };
}

/** Changes the draft, or makes one of what was published; name and alias hold at once. */
export async function changeTemplate(
  data: Data,
  { accountId, id }: { accountId: string; id: string },
  { name, alias, ...change }: TemplateChange,
  next: { versionId: string; at: Date; maxVersions: number },
): Promise<Written> {
  try {
    return await transaction(data, async (client) => {
      const last = await lockLast(client, accountId, id);
      if (!last) return "unknown";
      const makes = Object.keys(change).length > 0 && last.publishedAt !== null;
      if (makes && last.version >= next.maxVersions) return "full";
      const version = makes ? last.version + 1 : last.version;
      const content = { ...last, ...change };
      if (makes) await insertVersion(client, { ...content, version, id: next.versionId, createdAt: next.at });
      else if (Object.keys(change).length > 0) await updateDraft(client, content, next.at);
      await client.query(
        UPDATE_TEMPLATE({
          accountId,
          id,
          version,
          at: next.at,
          name: name ?? null,
          setAlias: alias !== undefined,
          alias: alias ?? null,
        }),
      );
      return "written";
    });
  } catch (error) {
    if (isTaken(error)) return "alias_taken";
    throw error;
  }
}

/** Makes the draft what is sent; changes nothing where there is none. False where there is no such template. */
export async function publishTemplate(data: Data, accountId: string, id: string, at: Date): Promise<boolean> {
  return transaction(data, async (client) => {
    const last = await lockLast(client, accountId, id);
    if (!last) return false;
    if (last.publishedAt) return true;
    await client.query(PUBLISH_VERSION({ accountId, id, version: last.version, at }));
    await client.query(PUBLISH({ accountId, id, version: last.version, at }));
    return true;
  });
}

export async function deleteTemplate(data: Data, accountId: string, id: string): Promise<boolean> {
  const { count } = await prisma(data).template.deleteMany({ where: { accountId, id } });
  return count === 1;
}

/** The newest version, with the template locked: versions are made one after the other. */
async function lockLast(client: Transaction, accountId: string, id: string): Promise<VersionRow | undefined> {
  const { rows: locked } = await client.query<{ last_version: number }>(LOCK_TEMPLATE({ accountId, id }));
  const version = locked[0]?.last_version;
  if (version === undefined) return undefined;
  const { rows } = await client.query<TemplateVersion>(FIND_VERSION({ accountId, id, version }));
  return rows[0] && readVersion(rows[0]);
}

async function insertVersion(
  client: Transaction,
  row: Omit<VersionRow, "publishedAt" | "updatedAt">,
): Promise<void> {
  await client.query(INSERT_VERSION({ ...row, ...jsonOf(row) }));
}

async function updateDraft(client: Transaction, row: VersionRow, at: Date): Promise<void> {
  await client.query(UPDATE_DRAFT({ ...row, ...jsonOf(row), at }));
}

/** The `as` is at the boundary to a column that only this file writes. */
function readVersion({ variables, blocks, ...row }: TemplateVersion): VersionRow {
  const json = { variables: variables as unknown as TemplateVariable[], blocks: storedBlocks(blocks) };
  return { ...row, ...json };
}

/** Prisma's word for a unique key that is taken, and PostgreSQL's. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "P2002" || error.code === "23505");
}
