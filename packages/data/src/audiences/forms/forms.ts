import type { Form } from "@sendex/core/audiences/forms/form";
import type { Data } from "../../database/open";
import { prisma } from "../../database/pools";
import { inPages, type Page, type Paged } from "../page";
import type { AudienceOwner } from "../segments";

const SHOWN = {
  ...{ id: true, name: true, from: true, templateId: true, segments: true, topics: true, fields: true },
  ...{ redirectUrl: true, allowedOrigins: true, createdAt: true, updatedAt: true },
} as const;

/** Newest first. */
export async function listForms(
  data: Data,
  { accountId, mode }: AudienceOwner,
  page: Page,
): Promise<Paged<Form>> {
  return inPages(page, (part) =>
    prisma(data).form.findMany({
      where: { accountId, mode, ...part.where },
      orderBy: part.orderBy,
      take: part.take,
      select: SHOWN,
    }),
  );
}

export async function findForm(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
): Promise<Form | undefined> {
  const where = { accountId_mode_id: { accountId, mode, id } };
  return (await prisma(data).form.findUnique({ where, select: SHOWN })) ?? undefined;
}

/** Whoever has its id may post to it: with whose it is. */
export async function findPublicForm(
  data: Data,
  id: string,
): Promise<{ owner: AudienceOwner; form: Form } | undefined> {
  const row = await prisma(data).form.findUnique({
    where: { id },
    select: { ...SHOWN, accountId: true, mode: true },
  });
  if (!row) return undefined;
  const { accountId, mode, ...form } = row;
  return { owner: { accountId, mode }, form };
}

export async function countForms(data: Data, { accountId, mode }: AudienceOwner): Promise<number> {
  return prisma(data).form.count({ where: { accountId, mode } });
}

export async function insertForm(data: Data, { accountId, mode }: AudienceOwner, form: Form): Promise<void> {
  await prisma(data).form.create({ data: { accountId, mode, ...form } });
}

/** What is absent stays. */
export async function updateForm(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
  change: Partial<Omit<Form, "id" | "createdAt">>,
): Promise<boolean> {
  const { count } = await prisma(data).form.updateMany({ where: { accountId, mode, id }, data: change });
  return count === 1;
}

/** Those who signed up by it can still confirm. */
export async function deleteForm(
  data: Data,
  { accountId, mode }: AudienceOwner,
  id: string,
): Promise<boolean> {
  return (await prisma(data).form.deleteMany({ where: { accountId, mode, id } })).count === 1;
}
