/** One JSON line on standard output; never message contents. */
export function log(
  level: "info" | "warn" | "error",
  msg: string,
  fields: Record<string, unknown> = {},
): void {
  process.stdout.write(`${JSON.stringify({ level, process: "sandbox", msg, ...fields })}\n`);
}
