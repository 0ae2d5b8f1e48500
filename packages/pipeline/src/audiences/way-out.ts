import { LEAVE_PLACES } from "@sendex/core/audiences/subscription";
import { normalizeAddress } from "@sendex/core/suppressions";
import type { Claim } from "@sendex/data/sending/claim";
import type { Content } from "../content/seal";
import type { PipelineSettings } from "../context";
import { leaveUrl } from "./link";

const PLACE = new RegExp(`\\{\\{\\{\\s*(?:${LEAVE_PLACES.join("|")})\\s*\\}\\}\\}`, "g");

const HEADER = "List-Unsubscribe";
const ONE_CLICK = "List-Unsubscribe-Post";

/**
 * Mail that can be left, with the way out that its reader is owed: a link in its place in the body, and the header that
 * mail programs make a button of (RFC 2369, RFC 8058). An author's own header stays.
 */
export function withWayOut(
  settings: Pick<PipelineSettings, "keyPepper" | "publicUrl">,
  { accountId, mode, address, topicId, messageId }: Claim,
  { text, html, headers, ...content }: Content,
): Content {
  const url = leaveUrl(settings, { accountId, mode, address: normalizeAddress(address), topicId, messageId });
  // A function, since `$` means something in a replacement.
  const filled = (body: string) => body.replace(PLACE, () => url);
  const isOwn = Object.keys(headers).some((name) => name.toLowerCase() === HEADER.toLowerCase());
  return {
    ...content,
    ...(text !== undefined && { text: filled(text) }),
    ...(html !== undefined && { html: filled(html) }),
    headers: isOwn
      ? headers
      : { ...headers, [HEADER]: `<${url}>`, [ONE_CLICK]: "List-Unsubscribe=One-Click" },
  };
}
