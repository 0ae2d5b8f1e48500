/**
 * Runs `expired` after so many milliseconds, unless what it returns is called before. A delay of this thread does not
 * count against whoever is waited for: the time begins now, where `setTimeout` counts from when the event loop last
 * looked at the clock, which a long turn leaves far behind; and what came in while the thread was busy is read first,
 * since timers come before input in the event loop.
 */
export function timeOut(ms: number, expired: () => void): () => void {
  const due = performance.now() + ms;
  let timer: NodeJS.Timeout;
  let turn: NodeJS.Immediate | undefined;
  const wait = (left: number) => {
    timer = setTimeout(() => {
      const more = due - performance.now();
      if (more > 0) wait(Math.ceil(more));
      else turn = setImmediate(expired);
    }, left);
  };
  wait(ms);
  return () => {
    clearTimeout(timer);
    if (turn) clearImmediate(turn);
  };
}
