import type { Caller } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { fileNameOf, type Image } from "@sendex/core/images/image";
import type { Page, Paged } from "@sendex/data/audiences/page";
import {
  deleteImage,
  findImage,
  imageByToken,
  imageBytes,
  listImages,
  readImageBytes,
} from "@sendex/data/images/images";
import type { Context } from "../context";
import { getObject } from "./store";

type Owner = Pick<Caller, "accountId">;

/** Newest first, and how many bytes all of them have. */
export async function readImages(
  { data }: Context,
  { accountId }: Owner,
  page: Page,
): Promise<Paged<Image> & { bytes: number }> {
  const [found, bytes] = await Promise.all([listImages(data, accountId, page), imageBytes(data, accountId)]);
  return { ...found, bytes };
}

/** @throws SendexError not_found */
export async function readImage({ data }: Context, { accountId }: Owner, id: string): Promise<Image> {
  const image = await findImage(data, accountId, id);
  if (!image) throw noImage();
  return image;
}

/** From here on its address leads nowhere, in mails that were sent too. @throws SendexError not_found */
export async function removeImage({ data }: Context, { accountId }: Owner, id: string): Promise<void> {
  if (!(await deleteImage(data, accountId, id))) throw noImage();
}

/** What stands behind an address, for anybody; undefined where there is nothing. */
export async function openImage(
  context: Context,
  token: string,
  fileName: string,
): Promise<{ image: Image; read: () => Promise<Buffer | undefined> } | undefined> {
  const image = TOKEN.test(token) ? await imageByToken(context.data, token) : undefined;
  // One address alone, so that nobody fills a cache with the same bytes under other names.
  if (!image || fileNameOf(image) !== fileName) return undefined;
  return {
    image,
    async read() {
      const found = await readImageBytes(context.data, token);
      return typeof found === "string" ? getObject(context, found, image) : found;
    },
  };
}

const TOKEN = /^[0-9A-Za-z]{48}$/;

function noImage(): SendexError {
  return new SendexError("not_found", "There is no such image.");
}
