import { parentPort } from "node:worker_threads";
import { discard } from "@sendex/kit/discard";
import { parseBody } from "./parse";

/** The thread that parses large bodies. One question, one answer; files go back without being copied. */
export interface Question {
  id: number;
  bytes: Uint8Array;
  keyed: boolean;
}
export interface Answer {
  id: number;
  result: ReturnType<typeof parseBody>;
}

parentPort?.on("message", ({ id, bytes, keyed }: Question) => {
  const result = parseBody(bytes, keyed);
  discard(bytes);
  const answer: Answer = { id, result };
  parentPort?.postMessage(answer, "why" in result ? [] : filesOf(result.body));
});

/** Any file's memory is its own (decode-files.ts), so it can be handed over. */
function filesOf(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(filesOf);
}
