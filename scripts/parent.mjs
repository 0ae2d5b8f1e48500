/** What the launchers owe to whoever runs them. */

const POLL_MS = 500;
let watched = false;

/** `endWithParent`, where npm runs this process as `event`: the signal that ended npm does not reach us. */
export function endWithNpm(event) {
  if (process.env.npm_lifecycle_event === event) endWithParent();
}

/** Ends this process as SIGTERM would once the one that runs it is gone. */
export function endWithParent() {
  if (watched) return;
  watched = true;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, POLL_MS);
  watch.unref();
}
