/** What narrows contacts down, as the API takes it. */
export function filterOf({ q, segment, state }: { q?: string; segment?: string; state?: State }) {
  return {
    ...(q !== undefined && { q }),
    ...(segment !== undefined && { segment_id: segment }),
    ...(state !== undefined && {
      unsubscribed: state === "unsubscribed" ? ("true" as const) : ("false" as const),
    }),
  };
}

export const STATES = ["subscribed", "unsubscribed"] as const;
type State = (typeof STATES)[number];
