import type { Email } from "@sendex/sdk/generated/api";
import type { Status } from "../ui/text/status";

const UNTOUCHED: Status[] = ["scheduled", "queued", "held"];
const MOVABLE: Status[] = ["scheduled"];
/** Those whose mail did not arrive, and will not by itself. */
const ENDED: Status[] = ["bounced", "failed", "suppressed", "cancelled"];

/** Whether no worker has taken it up, as far as this page knows; the API knows. */
export function canCancel({ status }: Pick<Email, "status">): boolean {
  return UNTOUCHED.includes(status);
}

export function canMove({ status }: Pick<Email, "status">): boolean {
  return MOVABLE.includes(status);
}

/** Whether there is content to send, and somebody whom it has not reached. */
export function canSendAgain({ status, html, text }: Pick<Email, "status" | "html" | "text">): boolean {
  return ENDED.includes(status) && (html !== null || text !== null);
}
