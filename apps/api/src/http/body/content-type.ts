import type { IncomingHttpHeaders } from "node:http";
import { SendexError } from "@sendex/core/error";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/;

/** Throws unsupported_media_type unless the body is announced as plain JSON in UTF-8. */
export function checkJsonType(headers: IncomingHttpHeaders): void {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity")
    throw unsupported(`A body encoded as ${encoding.slice(0, 40)} is not accepted.`);
  const announced = headers["content-type"];
  // What nearly every client sends.
  if (announced === "application/json") return;
  const [type = "", ...parameters] = (announced ?? "").toLowerCase().split(";");
  if (!JSON_TYPE.test(type.trim())) throw unsupported("Send the body as application/json.");
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw unsupported(`The body is announced with ${charset.slice(0, 40)}. Send it in UTF-8.`);
  }
}

function unsupported(message: string): SendexError {
  return new SendexError("unsupported_media_type", message);
}
