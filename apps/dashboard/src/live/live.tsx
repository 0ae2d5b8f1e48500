import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";

/** Tells that something may have changed. */
export interface LiveSource {
  /** → stops listening. */
  listen(heard: () => void): () => void;
}

const LiveContext = createContext<LiveSource | undefined>(undefined);

const POLL_MS = 4_000;

/**
 * What the pages below hear changes from: for now a clock that ticks while the page is looked at. The event stream takes
 * its place here, and no page notices.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [source] = useState(openClock);
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

function openClock(): LiveSource {
  return {
    listen(heard) {
      const tick = () => {
        if (document.visibilityState === "visible" && navigator.onLine) heard();
      };
      const timer = setInterval(tick, POLL_MS);
      document.addEventListener("visibilitychange", tick);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", tick);
      };
    },
  };
}
