import { withContent } from "@sendex/core/accepting/attachment";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { type Draft, MAX_BODY_BYTES, MAX_FILE_BYTES } from "@sendex/core/accepting/message";
import type { FileOutcome } from "@sendex/core/ports";
import type { Context } from "../context";
import type { FileHold } from "./file-room";

/** Over all files of a call; a single one has 15 s. */
const CALL_MS = 30_000;
const RETRY_AFTER_SECONDS = 5;

/** A draft with its files, or with what is wrong with them. */
export interface Fetched {
  draft: Draft;
  problem?: SendexError;
}

/** One URL of a call, with what it came to; a URL that is named several times is fetched once. */
interface Download {
  uses: number;
  outcome?: FileOutcome;
  /** Set with `cut`: which limit it met. */
  over?: "file" | "call" | "room";
}

/**
 * Fetches the files that drafts name by URL, concurrently, while nothing else is held: no connection, no idempotency
 * key. Together a call's files stay within what a request body may have, however often one is used.
 * @throws SendexError service_unavailable where other calls hold too many files
 */
export async function fetchFiles(context: Context, hold: FileHold, drafts: Draft[]): Promise<Fetched[]> {
  const downloads = downloadsOf(drafts);
  if (downloads.size === 0) return drafts.map((draft) => ({ draft }));
  const call = { bytes: 0, signal: AbortSignal.timeout(CALL_MS) };
  await Promise.all(
    [...downloads].map(async ([url, download]) => {
      download.outcome = await hold.inTurn(() => run(context, hold, call, url, download));
    }),
  );
  if ([...downloads.values()].some(({ over }) => over === "room")) {
    const details = { retryAfterSeconds: RETRY_AFTER_SECONDS };
    throw new SendexError("service_unavailable", "Too many files are being fetched at once.", details);
  }
  return drafts.map((draft) => fill(draft, downloads));
}

function downloadsOf(drafts: Draft[]): Map<string, Download> {
  const downloads = new Map<string, Download>();
  for (const { source } of drafts.flatMap(({ attachments }) => attachments)) {
    if (source) downloads.set(source.url, { uses: (downloads.get(source.url)?.uses ?? 0) + 1 });
  }
  return downloads;
}

function run(
  context: Context,
  hold: FileHold,
  call: { bytes: number; signal: AbortSignal },
  url: string,
  download: Download,
): Promise<FileOutcome> {
  let size = 0;
  const take = (bytes: number): boolean => {
    size += bytes;
    call.bytes += bytes * download.uses;
    if (size > MAX_FILE_BYTES) download.over = "file";
    else if (call.bytes > MAX_BODY_BYTES) download.over = "call";
    else if (!hold.take(bytes * download.uses)) download.over = "room";
    return download.over === undefined;
  };
  return context.ports.fetchFile({ url, take, signal: call.signal });
}

function fill(draft: Draft, downloads: Map<string, Download>): Fetched {
  const errors: FieldError[] = [];
  const { attachments } = draft;
  // The caller's own files count first.
  let bytes = attachments.reduce((sum, { content }) => sum + content.byteLength, 0);
  const filled = attachments.map((file, i) => {
    const download = file.source && downloads.get(file.source.url);
    if (download?.outcome === undefined) return file;
    const { outcome } = download;
    if (outcome.kind !== "fetched") {
      errors.push(wrong(i, outcome, download));
      return file;
    }
    bytes += outcome.content.byteLength;
    if (bytes > MAX_FILE_BYTES) errors.push(wrong(i, { kind: "cut" }, download));
    return withContent(file, i, outcome);
  });
  if (errors.length > 0) return { draft, problem: invalidFields(errors) };
  return { draft: { ...draft, attachments: filled } };
}

function wrong(
  i: number,
  outcome: Exclude<FileOutcome, { kind: "fetched" }>,
  { over }: Download,
): FieldError {
  // Both surfaces call it so.
  const field = `attachments[${i}].path`;
  if (outcome.kind === "failed") {
    return { field, code: "unreachable", message: `${field} could not be fetched: ${outcome.detail}.` };
  }
  const whose = over === "call" ? "the request's" : "the message's";
  const most = (over === "call" ? MAX_BODY_BYTES : MAX_FILE_BYTES) / 1e6;
  const message = `${field} is too large: with it ${whose} files have more than ${most.toFixed(1)} MB.`;
  return { field, code: "too_large", message };
}
