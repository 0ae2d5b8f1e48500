import { createHash } from "node:crypto";
import type { Caller } from "@sendex/core/access";
import { invalidFields, SendexError } from "@sendex/core/error";
import { readFormat } from "@sendex/core/images/format";
import {
  type Image,
  MAX_IMAGE_NAME_CHARACTERS,
  MAX_IMAGE_PIXELS,
  MAX_IMAGES_BYTES,
} from "@sendex/core/images/image";
import { newId, newLinkToken } from "@sendex/crypto/token";
import { findSame, imageKey, keepImage as keep } from "@sendex/data/images/images";
import type { Context } from "../context";
import { dropObject, putObject } from "./store";

/**
 * Keeps what mails are to show. The same bytes twice are one image, under its first name.
 * @throws SendexError bad_request on what is no image of a kind that is taken, or is one too many; bad_gateway where the
 *   image store did not take it
 */
export async function keepImage(
  context: Context,
  { accountId }: Pick<Caller, "accountId">,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<{ image: Image; isNew: boolean }> {
  const format = readFormat(bytes);
  if (!format) throw wrong("file must be a PNG, JPEG, GIF or WebP image.");
  if (Math.max(format.width, format.height) > MAX_IMAGE_PIXELS)
    throw wrong(`file has at most ${MAX_IMAGE_PIXELS} pixels a side.`);
  const createdAt = context.clock();
  const image = {
    ...{ id: newId("img", createdAt), token: newLinkToken(), ...format, size: bytes.length, createdAt },
    name: name.replace(/\p{Cc}/gu, "").slice(0, MAX_IMAGE_NAME_CHARACTERS) || "image",
    ...{ sha256: createHash("sha256").update(bytes).digest(), bytes },
  };
  const kept = await keepBytes(context, accountId, image);
  if (kept) return kept;
  const most = MAX_IMAGES_BYTES / (1024 * 1024);
  throw new SendexError("bad_request", `The images of an account have at most ${most} MB.`);
}

type NewImage = Image & { sha256: Buffer; bytes: Buffer };

/** With its row, or in the store where there is one. */
async function keepBytes(
  context: Context,
  accountId: string,
  image: NewImage,
): Promise<{ image: Image; isNew: boolean } | undefined> {
  const { data, ports } = context;
  if (!ports.imageStore) return keep(data, accountId, image, MAX_IMAGES_BYTES);
  const same = await findSame(data, accountId, image.sha256);
  if (same) return { image: same, isNew: false };
  const key = imageKey(accountId, image.id);
  await putObject(context, key, image);
  const kept = await keep(data, accountId, { ...image, bytes: null }, MAX_IMAGES_BYTES);
  if (!kept?.isNew) await dropObject(context, key);
  return kept;
}

function wrong(message: string): SendexError {
  return invalidFields([{ field: "file", code: "format", message }]);
}
