import type { Webhook } from "@sendex/sdk/generated/api";

/** How an endpoint does: it is told nothing; it takes nothing; it takes what it is told. */
export type Health = "disabled" | "failing" | "well";

export function healthOf({ status, failing_since }: Pick<Webhook, "status" | "failing_since">): Health {
  if (status === "disabled") return "disabled";
  return failing_since === null ? "well" : "failing";
}
