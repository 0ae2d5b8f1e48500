/**
 * Runs `expired` after so many milliseconds, unless what it returns is called before. What came in while this thread was
 * busy is read first: timers come before input in a turn, and a busy thread is not the far side's fault.
 */
export function timeOut(ms: number, expired: () => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    turn = setImmediate(expired);
  }, ms);
  return () => {
    clearTimeout(timer);
    if (turn) clearImmediate(turn);
  };
}
