import type { Caller } from "@sendex/core/access";

/** An owner's caller as the audit log names it. */
export function actorOf({ keyId }: Caller): string {
  return `key:${keyId}`;
}
