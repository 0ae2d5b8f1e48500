import type { TestApi } from "./api";

/** The link in the mail that was sent last. */
export function linkIn({ world, context }: TestApi): URL {
  const raw = Buffer.from(world.sent.at(-1)?.raw ?? "").toString();
  const text = raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  const start = text.indexOf(context.settings.publicUrl);
  return new URL(/^\S+/.exec(text.slice(start))?.[0] ?? "");
}
