import type { Clock } from "../clock";
import type { Connection } from "../config/connection";
import type { Terminal } from "../desk";
import { eventTime } from "./event-id";
import { openForward } from "./forward";
import { handOver, type Handing } from "./hand-over";
import { type Handled, openHandled } from "./handled";
import { handledFile, sessionSecret } from "./places";
import { openReport, type Report } from "./report";
import { followStream, type Watch } from "./stream";

export interface Listening {
  connection: Connection;
  target: URL;
  events: readonly string[];
  fromNow: boolean;
  json: boolean;
  terminal: Terminal;
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Hands an account's events to a target, one after the other, until it is stopped. Each is noted on disk as soon as the
 * target answered; what is killed before that hands the one event over again at its next start, under the same id.
 * @throws SendexApiError where the API refuses, such as a key that was revoked
 */
export async function listen(listening: Listening): Promise<void> {
  const { connection, target, events, terminal, clock, signal } = listening;
  const report = openReport(terminal, listening.json, clock);
  const secret = sessionSecret(terminal, connection);
  const handled = openHandled(handledFile(terminal, connection, target));
  if (listening.fromNow) handled.forget();
  const position = handled.position();
  const since = position === undefined ? undefined : new Date(eventTime(position));
  report.begins({ connection, target, secret, events, position, since });
  const handing = handingTo(target, secret, listening, report);
  const watch = watching(connection, handled, report);
  const stream = followStream({ connection, events, position: handled.position, watch, signal });
  try {
    for await (const told of stream) {
      if (told.kind === "position") handled.moveTo(told.id);
      report.ready();
      if (told.kind === "position" || handled.has(told.id)) continue;
      const answer = await handOver(handing, told);
      if (!answer) return;
      handled.note(told.id);
      report.handed(told, answer);
    }
  } finally {
    handled.close();
  }
}

function handingTo(target: URL, secret: string, { clock, signal }: Listening, report: Report): Handing {
  return {
    ...{ forward: openForward(target), secret, clock, signal },
    waits: ({ type, id }, answer) => {
      const why =
        answer.kind === "unreachable"
          ? `${target.origin} cannot be reached (${answer.reason})`
          : `${target.origin} broke off (${answer.kind === "silent" ? answer.reason : ""})`;
      report.says("target_waits", `${why}: ${type} ${id} waits, and is tried again.`);
    },
  };
}

function watching({ apiUrl }: Connection, handled: Handled, report: Report): Watch {
  let isLost = false;
  return {
    opened() {
      if (isLost) report.says("api_back", `${apiUrl} is back.`);
      isLost = false;
    },
    lost(reason) {
      isLost = true;
      report.says("api_lost", `${apiUrl} is away (${reason}); trying again.`);
    },
    tooOld() {
      handled.forget();
      const words = "The last stop is more than 3 days ago, further than the API goes back: beginning now.";
      report.says("too_old", `${words} sendex emails list shows what happened meanwhile.`);
    },
  };
}
