/** What `npm start` and `npm test` owe to the npm that runs them. */

const POLL_MS = 500;

/**
 * Ends this process as SIGTERM would once the npm that runs it as `event` is gone: the signal that ended npm does not reach us.
 */
export function endWithNpm(event) {
  if (process.env.npm_lifecycle_event !== event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, POLL_MS);
  watch.unref();
}
