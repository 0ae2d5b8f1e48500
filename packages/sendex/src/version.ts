import { readFileSync } from "node:fs";
import path from "node:path";
import { isRecord } from "./show/record";

/** This package's, as its package.json has it. */
export function ownVersion(): string {
  const read: unknown = JSON.parse(readFileSync(path.join(__dirname, "../package.json"), "utf8"));
  const version = isRecord(read) ? read["version"] : undefined;
  return typeof version === "string" ? version : "unknown";
}
