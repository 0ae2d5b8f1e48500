import { isUtf8 } from "node:buffer";
import type { Caller } from "@sendex/core/access";
import { MAX_OPEN_IMPORTS } from "@sendex/core/audiences/imports/import";
import { invalidFields, SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { dropUpload, putChunk } from "@sendex/data/audiences/imports/chunks";
import { openImport } from "@sendex/data/audiences/imports/imports";
import type { Context } from "../../context";
import { HEAD_BYTES } from "./header";
import { chunkPlace } from "./pieces";

/** A file that is coming in. */
export interface Upload {
  id: string;
  /** Stores the next bytes; resolves once there is room for more. @throws SendexError bad_request on what is no UTF-8 */
  put(piece: Buffer): Promise<void>;
  /** Stores the last of it. → its length, and its beginning */
  end(): Promise<{ bytes: number; head: Buffer }>;
  /** Leaves nothing of it. */
  drop(): Promise<void>;
}

const CHUNK_BYTES = 1024 * 1024;

/** @throws SendexError bad_request where the account has as many as it may have that are not done */
export async function openUpload(context: Context, { accountId, mode }: Caller): Promise<Upload> {
  const { data, clock } = context;
  const owner = { accountId, mode };
  const dataKey = await readDataKey(data, accountId);
  const id = newId("imp", clock());
  if (!dataKey || !(await openImport(data, owner, id, MAX_OPEN_IMPORTS, clock()))) throw tooMany();
  const state = { parts: [] as Buffer[], waiting: 0, start: 0, head: Buffer.alloc(0) };

  async function store(isLast: boolean): Promise<void> {
    const all = Buffer.concat(state.parts);
    const chunk = isLast ? all : all.subarray(0, wholeCharacters(all));
    if (state.start === 0) state.head = Buffer.from(chunk.subarray(0, HEAD_BYTES));
    refuseOtherText(chunk, state.start === 0);
    const sealed = context.sealer.seal(dataKey ?? NO_KEY, chunkPlace(accountId, id, state.start), chunk);
    if (!(await putChunk(data, owner, id, { start: state.start, sealed }, clock()))) throw brokeOff();
    state.start += chunk.length;
    state.parts = [all.subarray(chunk.length)];
    state.waiting = all.length - chunk.length;
  }

  return {
    id,
    async put(piece) {
      state.parts.push(piece);
      state.waiting += piece.length;
      if (state.waiting >= CHUNK_BYTES) await store(false);
    },
    async end() {
      if (state.waiting > 0) await store(true);
      return { bytes: state.start, head: state.head };
    },
    drop: () => dropUpload(data, owner, id),
  };
}

const NO_KEY = new Uint8Array();

function tooMany(): SendexError {
  const message = `An account has at most ${MAX_OPEN_IMPORTS} imports that are not done. Wait for one of them.`;
  return new SendexError("bad_request", message);
}

function brokeOff(): SendexError {
  return new SendexError("bad_request", "The upload took too long.");
}

/** How much of these bytes ends with a whole character. Source: RFC 3629 section 3. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const needs = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : byte >= 0b1100_0000 ? 2 : 1;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function refuseOtherText(chunk: Buffer, isFirst: boolean): void {
  const [first, second] = chunk;
  if (isFirst && chunk.subarray(0, 4).equals(ZIP))
    throw wrongFile("file is a workbook or an archive: save it as CSV.");
  const is16 = isFirst && ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff));
  if (is16) throw wrongFile("file is in UTF-16: save it in UTF-8.");
  if (!isUtf8(chunk)) throw wrongFile("file is not in UTF-8: save it in UTF-8, whatever its characters.");
}

/** As Excel's files begin. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

function wrongFile(message: string): SendexError {
  return invalidFields([{ field: "file", code: "format", message }]);
}
