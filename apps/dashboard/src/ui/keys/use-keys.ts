import { useEffect, useRef } from "react";

/** By the key (`j`, `Enter`, `?`) or two in turn (`g e`). Not while somebody types, nor with Ctrl, Alt or Meta. */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** The second key of a pair comes within this time. */
const PAIR_MS = 1_000;

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let first: { key: string; at: number } | undefined;
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const pair = first && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${event.key}` : undefined;
      const act = (pair && latest.current[pair]) ?? latest.current[event.key];
      first = act ? undefined : { key: event.key, at: event.timeStamp };
      if (!act) return;
      // An Enter on a button or a link is theirs.
      if (event.key !== "Enter") event.preventDefault();
      act(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

const TYPES_IN =
  "input, textarea, select, [contenteditable='true'], [role='dialog'], [role='menu'], [role='listbox']";

function isTaken({
  target,
  defaultPrevented,
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
}: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return true;
  return target instanceof Element && target.closest(TYPES_IN) !== null;
}
