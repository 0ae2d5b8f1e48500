/** Tells that something may have changed. */
export interface LiveSource {
  /** → stops listening. */
  listen(heard: () => void): () => void;
}

/** A source that works while somebody listens and looks: `begin` starts it, and what it returns ends it. */
export function openSource(begin: (heard: () => void) => () => void): LiveSource {
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((heard) => heard());
  let end: (() => void) | undefined;
  const adjust = () => {
    const wanted = listeners.size > 0 && document.visibilityState === "visible";
    if (wanted && !end) end = begin(tell);
    if (!wanted && end) {
      end();
      end = undefined;
    }
  };
  const look = () => {
    adjust();
    // Whoever comes back wants to know what went on meanwhile.
    if (end) tell();
  };
  return {
    listen(heard) {
      if (listeners.size === 0) document.addEventListener("visibilitychange", look);
      listeners.add(heard);
      adjust();
      return () => {
        listeners.delete(heard);
        if (listeners.size === 0) document.removeEventListener("visibilitychange", look);
        adjust();
      };
    },
  };
}
