import type { Image, ImageType } from "@sendex/core/images/image";
import { inPages, type Page, type Paged } from "../audiences/page";
import { bigint, bytea, int, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { transaction } from "../database/transaction";

interface NewImage extends Image {
  sha256: Buffer;
  /** Null: they are in the store, by `imageKey`. */
  bytes: Buffer | null;
}

/** An image's key in the store beside the database. */
export function imageKey(accountId: string, id: string): string {
  return `${accountId}/${id}`;
}

/**
 * Keeps an image, unless the account has the same bytes: then that one is it. Undefined where all its images would have more
 * than `most` bytes. The account's uploads wait for each other, so that two cannot pass the bound together.
 */
export async function keepImage(
  data: Data,
  accountId: string,
  image: NewImage,
  most: number,
): Promise<{ image: Image; isNew: boolean } | undefined> {
  return transaction(data, async (client) => {
    await client.query(LOCK({ accountId }));
    const { rows } = await client.query<Row>(SAME({ accountId, sha256: image.sha256 }));
    if (rows[0]) return { image: readImage(rows[0]), isNew: false };
    const { rowCount } = await client.query(INSERT({ accountId, most, ...image }));
    if (rowCount !== 1) return undefined;
    if (image.bytes === null) await client.query(HAVE_OBJECT({ key: imageKey(accountId, image.id) }));
    return { image, isNew: true };
  });
}

/** The one that an account has with these bytes. */
export async function findSame(data: Data, accountId: string, sha256: Buffer): Promise<Image | undefined> {
  const { rows } = await plain(data).query<Row>(SAME({ accountId, sha256 }));
  return rows[0] && readImage(rows[0]);
}

/** Newest first; with `before`, the page just before that id. */
export async function listImages(data: Data, accountId: string, page: Page): Promise<Paged<Image>> {
  const { data: rows, hasMore } = await inPages(page, (part) =>
    prisma(data).image.findMany({
      where: { accountId, ...part.where },
      orderBy: part.orderBy,
      take: part.take,
      omit: { accountId: true, bytes: true, sha256: true },
    }),
  );
  return {
    // The parse boundary: only `keepImage` writes it.
    data: rows.map((row) => ({ ...row, contentType: row.contentType as ImageType })),
    hasMore,
  };
}

/** Bytes of all images of an account. */
export async function imageBytes(data: Data, accountId: string): Promise<number> {
  const { _sum } = await prisma(data).image.aggregate({ where: { accountId }, _sum: { size: true } });
  return _sum.size ?? 0;
}

export async function findImage(data: Data, accountId: string, id: string): Promise<Image | undefined> {
  const { rows } = await plain(data).query<Row>(FIND({ accountId, id }));
  return rows[0] && readImage(rows[0]);
}

/** By what its address says, of whatever account; without its bytes. */
export async function imageByToken(data: Data, token: string): Promise<Image | undefined> {
  const { rows } = await plain(data).query<Row>(BY_TOKEN({ token }));
  return rows[0] && readImage(rows[0]);
}

/** The bytes, or the key in the store beside the database. */
export async function readImageBytes(data: Data, token: string): Promise<Buffer | string | undefined> {
  const { rows } = await plain(data).query<{ account_id: string; id: string; bytes: Buffer | null }>(
    BYTES({ token }),
  );
  return rows[0] && (rows[0].bytes ?? imageKey(rows[0].account_id, rows[0].id));
}

export async function deleteImage(data: Data, accountId: string, id: string): Promise<boolean> {
  const { count } = await prisma(data).image.deleteMany({ where: { accountId, id } });
  return count === 1;
}

/** All of an account with their bytes, one after the other; null: they are in the store. */
export async function* exportImages(
  data: Data,
  accountId: string,
): AsyncGenerator<Image & { bytes: Uint8Array | null }> {
  for (let after = ""; ;) {
    const row = await prisma(data).image.findFirst({
      where: { accountId, id: { gt: after } },
      orderBy: { id: "asc" },
      omit: { accountId: true, sha256: true },
    });
    if (!row) return;
    after = row.id;
    yield { ...row, contentType: row.contentType as ImageType };
  }
}

interface Row {
  id: string;
  token: string;
  name: string;
  content_type: ImageType;
  size: number;
  width: number;
  height: number;
  created_at: Date;
}

function readImage({ content_type: contentType, created_at: createdAt, ...row }: Row): Image {
  return { ...row, contentType, createdAt };
}

const COLUMNS = "id, token, name, content_type, size, width, height, created_at";

const LOCK = unpreparedStatement(
  { accountId: text },
  (p) => `SELECT pg_advisory_xact_lock(hashtext('images'), hashtext(${p.accountId}))`,
);

const SAME = unpreparedStatement(
  { accountId: text, sha256: bytea },
  (p) => `SELECT ${COLUMNS} FROM images WHERE account_id = ${p.accountId} AND sha256 = ${p.sha256}`,
);

const INSERT = unpreparedStatement(
  {
    ...{ accountId: text, id: text, token: text, name: text, contentType: text, size: int, sha256: bytea },
    ...{ width: int, height: int, bytes: bytea.orNull, createdAt: timestamptz, most: bigint },
  },
  (p) => `
INSERT INTO images (account_id, ${COLUMNS}, sha256, bytes)
SELECT ${p.accountId}, ${p.id}, ${p.token}, ${p.name}, ${p.contentType}, ${p.size}::int, ${p.width}, ${p.height}, ${p.createdAt},
  ${p.sha256}, ${p.bytes}
WHERE ${p.most}::bigint >= ${p.size}::int + (SELECT COALESCE(sum(size), 0) FROM images WHERE account_id = ${p.accountId})`,
);

const HAVE_OBJECT = unpreparedStatement(
  { key: text },
  (p) => `DELETE FROM image_removals WHERE key = ${p.key}`,
);

const FIND = unpreparedStatement(
  { accountId: text, id: text },
  (p) => `SELECT ${COLUMNS} FROM images WHERE account_id = ${p.accountId} AND id = ${p.id}`,
);

const BY_TOKEN = statement(
  "image-by-token",
  { token: text },
  (p) => `SELECT ${COLUMNS} FROM images WHERE token = ${p.token}`,
);

const BYTES = statement(
  "image-bytes",
  { token: text },
  (p) => `SELECT account_id, id, bytes FROM images WHERE token = ${p.token}`,
);
