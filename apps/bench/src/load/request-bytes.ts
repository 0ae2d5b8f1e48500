import type { LoadPlan, LoadRequest } from "./plan";

/** A request as it goes over a keep-alive connection. */
export function requestBytes(
  { headers, port }: Pick<LoadPlan, "headers" | "port">,
  { method, path, body }: LoadRequest,
): Buffer {
  const content: Record<string, string> =
    body === undefined
      ? {}
      : { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) };
  const all: Record<string, string> = { Host: `127.0.0.1:${port}`, ...content, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`);
}
