import { MODES, type Mode } from "@sendex/core/accepting/message";
import { SealError } from "@sendex/crypto/seal-error";
import { sealText, unsealText } from "@sendex/crypto/sealed-text";
import { isId } from "@sendex/crypto/token";
import { list } from "@sendex/kit/loose";
import type { PipelineSettings } from "../../context";

/** What the link of a confirmation mail says: which sign-up. What was asked for stands in its row, and goes with it. */
export interface ConfirmLink {
  accountId: string;
  mode: Mode;
  signUpId: string;
}

const PURPOSE = "confirm";
const PARTS = 3;

type Secrets = Pick<PipelineSettings, "keyPepper" | "publicUrl">;

/** Sealed, so that only who has the mail can confirm. */
export function confirmUrl(
  { keyPepper, publicUrl }: Secrets,
  { accountId, mode, signUpId }: ConfirmLink,
): string {
  const text = JSON.stringify([accountId, mode, signUpId]);
  return `${publicUrl}/c/${sealText(keyPepper, PURPOSE, "", text).toString("base64url")}`;
}

/** Undefined for what no mail of ours had in it. */
export function readConfirmToken({ keyPepper }: Secrets, token: string): ConfirmLink | undefined {
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

function linkOf(said: unknown): ConfirmLink | undefined {
  const [accountId, word, signUpId] = list(said, PARTS);
  const mode = MODES.find((known) => known === word);
  if (typeof accountId !== "string" || !mode || typeof signUpId !== "string") return undefined;
  return isId("sgn", signUpId) ? { accountId, mode, signUpId } : undefined;
}
