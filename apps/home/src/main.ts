import { type Voice, startHome } from "./home";
import { type HomeSettings, SettingsError, readSettings } from "./settings";
import { welcome } from "./welcome";

/** A signal this soon after the first is the same Ctrl-C, passed on by npm. */
const ECHO_MS = 1_500;

/**
 * The home start, in the foreground: resolves with the exit code once all that it started has ended, be it because
 * a signal came or because it could not start. `root` is the checkout, `home` the folder for what it writes.
 */
export async function main(root: string, home: string, environment: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  const stopping = stopSignal();
  const settings = settingsOrComplaint(root, home, environment);
  if (settings === undefined) return 1;
  try {
    const running = await startHome(settings, terminal, stopping);
    terminal.say(`\nSendex is ready (${seconds(performance.now() - started)}).`);
    terminal.say(welcome(running.dev, settings.home));
    await aborted(stopping);
    terminal.say("Ending …");
    await running.stop();
    terminal.say("All ended; the data stays.");
    return 0;
  } catch (error) {
    if (stopping.aborted) return 0;
    terminal.say(`\nSendex could not start: ${inWords(error)}`);
    return 1;
  }
}

function settingsOrComplaint(
  root: string,
  home: string,
  environment: NodeJS.ProcessEnv,
): HomeSettings | undefined {
  try {
    return readSettings(root, home, environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    terminal.say(error.message);
    return undefined;
  }
}

/**
 * Aborted at the first signal to end. A second one that is no echo of the first ends this process at once; its
 * children then end by themselves, or by the watchdog.
 */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const onSignal = () => {
    if (controller.signal.aborted && performance.now() - first > ECHO_MS) process.exit(130);
    if (!controller.signal.aborted) first = performance.now();
    controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  // An idle process would end: all else it waits for are its children's pipes, and one may have none.
  const alive = setInterval(() => undefined, 60_000);
  return new Promise((resolve) => {
    const done = () => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) done();
    else signal.addEventListener("abort", done, { once: true });
  });
}

/** The error and what it came from, in one sentence after another. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${inWords(error.cause)}`;
}

const terminal: Voice = {
  step: (what, tookMs) => terminal.say(`  ${what.padEnd(16)} ${seconds(tookMs)}`),
  say: (line) => void process.stdout.write(`${line}\n`),
};

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
