import type { Suspension } from "@sendex/sdk/generated/api";

/** Those that were lifted. */
export function pastOf<One extends Pick<Suspension, "lifted_at">>(all: One[]): One[] {
  return all.filter(({ lifted_at }) => lifted_at !== null);
}
