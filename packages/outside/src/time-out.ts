/**
 * Runs `expired` after so many milliseconds, unless what it returns is called before. What came in while this thread
 * was busy is read first: timers come before input in the event loop, and a delay of this thread must not count
 * against the server.
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
