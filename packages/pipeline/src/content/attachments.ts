import { SendexError } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import { isSigned, signLink } from "@sendex/crypto/link";
import { plainBytes } from "@sendex/crypto/seal";
import { isId } from "@sendex/crypto/token";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { contentSizes, readContent } from "@sendex/data/content/sealed";
import { hasMessage } from "@sendex/data/messages/read";
import { attachmentField, BODY_FIELD, unsealFiles } from "./seal";
import type { Context } from "../context";

/** A file of a stored message, and what a link to it says. */
export interface StoredFile {
  id: string;
  filename: string;
  /** Bytes. */
  size: number;
  contentType: string;
  contentId: string | null;
  link: DownloadLink;
  expiresAt: Date;
}

export interface DownloadLink {
  account: string;
  /** Unix time, seconds. */
  expires: string;
  signature: string;
}

/** A file that a link led to; its bytes are read when there is room for them. */
export interface Download {
  filename: string;
  size: number;
  contentType: string;
  /** @throws SendexError not_found, where it was erased meanwhile */
  read(): Promise<Buffer>;
}

/** A link is short-lived, since it works without a key. */
const LINK_SECONDS = 60 * 60;

/** The id of a message's file: the message's own, and the file's place in it. */
const FILE_ID = /^att_([0-9a-z]{27})_(0|[1-9]\d{0,2})$/;

/** Whether a text has the form of a file's id. */
export function isFileId(text: string): boolean {
  return FILE_ID.test(text);
}

/**
 * The message's files, in their order; none once its content is erased.
 * @throws SendexError not_found, for a message of another account or mode too
 */
export async function listFiles(context: Context, caller: Caller, messageId: string): Promise<StoredFile[]> {
  const [exists, files] = await Promise.all([
    hasMessage(context.data, caller, messageId),
    filesOf(context, caller.accountId, messageId),
  ]);
  if (!exists) throw new SendexError("not_found", "There is no such message.");
  return files.map((file) => linked(context, caller.accountId, file));
}

/** @throws SendexError not_found, once its content is erased too */
export async function getFile(
  context: Context,
  caller: Caller,
  messageId: string,
  id: string,
): Promise<StoredFile> {
  const file = (await listFiles(context, caller, messageId)).find((candidate) => candidate.id === id);
  if (!file) throw noFile();
  return file;
}

/** @throws SendexError not_found, for a link that is over or was altered, and for a file that is erased */
export async function openDownload(context: Context, id: string, link: DownloadLink): Promise<Download> {
  const { account, expires, signature } = link;
  const messageId = messageOf(id);
  const good = isSigned(context.settings.keyPepper, "download", [account, id, expires], signature);
  if (!good || !messageId || Number(expires) * 1000 <= context.clock().getTime()) throw noFile();
  const files = await filesOf(context, account, messageId);
  const file = files.find((candidate) => candidate.id === id);
  if (!file) throw noFile();
  return { ...file, read: () => readFile(context, account, messageId, file) };
}

type Found = Omit<StoredFile, "link" | "expiresAt"> & { field: string };

async function filesOf(context: Context, accountId: string, messageId: string): Promise<Found[]> {
  const { data, sealer } = context;
  if (!isId("msg", messageId)) return [];
  const [dataKey, body, sizes] = await Promise.all([
    readDataKey(data, accountId),
    readContent(data, accountId, messageId, BODY_FIELD),
    contentSizes(data, accountId, messageId),
  ]);
  if (!dataKey || !body) return [];
  const files = unsealFiles(sealer, { accountId, messageId, dataKey }, body);
  return files.flatMap(({ filename, contentType, contentId = null }, n) => {
    const field = attachmentField(n);
    const sealed = sizes.get(field);
    if (sealed === undefined) return [];
    const id = `att_${messageId.slice("msg_".length)}_${n}`;
    return [{ id, field, filename, size: plainBytes(sealed), contentType, contentId }];
  });
}

async function readFile(
  { data, sealer }: Context,
  accountId: string,
  messageId: string,
  { field }: Found,
): Promise<Buffer> {
  const [dataKey, sealed] = await Promise.all([
    readDataKey(data, accountId),
    readContent(data, accountId, messageId, field),
  ]);
  if (!dataKey || !sealed) throw noFile();
  return sealer.unseal(dataKey, { tenant: accountId, message: messageId, field }, sealed);
}

function linked({ clock, settings }: Context, account: string, file: Found): StoredFile {
  const { id, filename, size, contentType, contentId } = file;
  const seconds = Math.floor(clock().getTime() / 1000) + LINK_SECONDS;
  const expires = String(seconds);
  const signature = signLink(settings.keyPepper, "download", [account, id, expires]);
  const link = { account, expires, signature };
  return { id, filename, size, contentType, contentId, link, expiresAt: new Date(seconds * 1000) };
}

function messageOf(id: string): string | undefined {
  const tail = FILE_ID.exec(id)?.[1];
  return tail === undefined ? undefined : `msg_${tail}`;
}

function noFile(): SendexError {
  return new SendexError("not_found", "There is no such attachment.");
}
