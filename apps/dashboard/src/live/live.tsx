import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { useApi } from "../api/api";
import { openLive } from "./open";
import type { LiveSource } from "./source";

const LiveContext = createContext<LiveSource | undefined>(undefined);

/** What the pages below hear changes from, of the account and mode that they show. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { caller } = useApi();
  const source = useMemo(() => openLive(caller), [caller]);
  return <LiveContext value={source}>{children}</LiveContext>;
}

/** Calls `changed` whenever something may have changed, not while the last call is still at work. */
export function useLive(changed: () => Promise<unknown>, active = true): void {
  const source = useContext(LiveContext);
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  });
  useEffect(() => {
    if (!active || !source) return;
    let busy = false;
    return source.listen(() => {
      if (busy) return;
      busy = true;
      void latest
        .current()
        .catch(() => undefined)
        .finally(() => {
          busy = false;
        });
    });
  }, [source, active]);
}
