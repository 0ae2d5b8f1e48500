import type { IncomingMessage } from "node:http";
import { SendexError } from "@sendex/core/error";
import type { ByteBudget } from "./byte-budget";

export interface ReadBody {
  bytes: Uint8Array;
  /** Gives a large body's memory back to the budget; to be called once the request is answered. */
  release?: () => void;
}
export interface ReadLimits {
  /** More than this is payload_too_large, declared or not. */
  maxBytes: number;
  /** Bodies of up to this size need no room in the budget. */
  freeBytes: number;
  budget: ByteBudget;
}

const FIRST_CAPACITY = 16 * 1024;

/** The length a request declares; undefined when it is chunked. 0: it has no body. */
export function declaredLength(request: IncomingMessage): number | undefined {
  if (request.headers["transfer-encoding"] !== undefined) return undefined;
  return Number(request.headers["content-length"] ?? 0);
}

export function bodyTooLarge(maxBytes: number): SendexError {
  const megabytes = Math.floor(maxBytes / (1024 * 1024));
  const limit = megabytes > 0 ? `${megabytes} MB` : `${Math.floor(maxBytes / 1024)} KB`;
  return new SendexError("payload_too_large", `The request body is over ${limit}.`);
}

/**
 * Reads a whole body into one piece of memory. Until the budget has room for a large one its connection is not
 * read, so that the caller's network holds what our memory cannot. Throws payload_too_large, service_unavailable,
 * and bad_request when the connection ends early.
 */
export async function readBody(request: IncomingMessage, limits: ReadLimits): Promise<ReadBody> {
  const declared = declaredLength(request);
  if (declared !== undefined && declared > limits.maxBytes) throw bodyTooLarge(limits.maxBytes);
  if (declared !== undefined && declared <= limits.freeBytes) {
    return { bytes: await collect(request, declared, limits.maxBytes) };
  }
  const release = await limits.budget.take(declared ?? limits.maxBytes);
  try {
    return { bytes: await collect(request, declared ?? FIRST_CAPACITY, limits.maxBytes), release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Copies each piece: a list of them could hold a hundred times its bytes when they come one by one. */
function collect(request: IncomingMessage, capacity: number, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let bytes: Uint8Array = new Uint8Array(0);
    let length = 0;
    const stop = (): void => {
      request.off("data", take).off("end", end).off("close", broken).off("error", broken);
    };
    const take = (piece: Buffer): void => {
      if (length + piece.length > maxBytes) {
        stop();
        request.pause();
        return reject(bodyTooLarge(maxBytes));
      }
      bytes = append(bytes, length, piece, capacity);
      length += piece.length;
    };
    const end = (): void => {
      stop();
      resolve(bytes.subarray(0, length));
    };
    const broken = (): void => {
      stop();
      reject(new SendexError("bad_request", "The connection ended before the whole body had arrived."));
    };
    request.on("data", take).on("end", end).on("close", broken).on("error", broken);
    if (request.destroyed) broken();
  });
}

/** A body that came in one piece, as most do, is not copied at all. */
function append(bytes: Uint8Array, length: number, piece: Buffer, capacity: number): Uint8Array {
  if (length === 0 && piece.length === capacity) return piece;
  let room = bytes;
  if (length + piece.length > bytes.length) {
    room = new Uint8Array(Math.max(capacity, length + piece.length, 2 * bytes.length));
    room.set(bytes.subarray(0, length));
  }
  room.set(piece, length);
  return room;
}
