import { MODES, type Mode } from "@sendex/core/accepting/message";
import { isId } from "@sendex/crypto/token";
import { SealError } from "@sendex/crypto/seal-error";
import { sealText, unsealText } from "@sendex/crypto/sealed-text";
import { list } from "@sendex/kit/loose";
import type { PipelineSettings } from "../context";

/** What an unsubscribe link says: who may leave, and what. It says it itself, so that it works when the mail is long gone. */
export interface LeaveLink {
  accountId: string;
  mode: Mode;
  /** Lower-case. */
  address: string;
  /** Null: all mail that one can leave. */
  topicId: string | null;
  messageId: string;
}

const PURPOSE = "unsubscribe";
const PARTS = 5;

type Secrets = Pick<PipelineSettings, "keyPepper" | "publicUrl">;

/** Sealed, so that neither a log nor a proxy learns the address from it. */
export function leaveUrl({ keyPepper, publicUrl }: Secrets, link: LeaveLink): string {
  const { accountId, mode, address, topicId, messageId } = link;
  const text = JSON.stringify([accountId, mode, address, topicId, messageId]);
  return `${publicUrl}/u/${sealText(keyPepper, PURPOSE, "", text).toString("base64url")}`;
}

/** Undefined for what no mail of ours had in it. */
export function readLeaveToken({ keyPepper }: Secrets, token: string): LeaveLink | undefined {
  const sealed = Buffer.from(token, "base64url");
  // Two texts can stand for the same bytes.
  if (sealed.toString("base64url") !== token) return undefined;
  try {
    return linkOf(JSON.parse(unsealText(keyPepper, PURPOSE, "", sealed)));
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

function linkOf(said: unknown): LeaveLink | undefined {
  const [accountId, word, address, topicId, messageId] = list(said, PARTS);
  const mode = MODES.find((known) => known === word);
  if (typeof accountId !== "string" || typeof address !== "string" || !mode) return undefined;
  if (typeof messageId !== "string" || !isId("msg", messageId)) return undefined;
  return { accountId, mode, address, topicId: typeof topicId === "string" ? topicId : null, messageId };
}
