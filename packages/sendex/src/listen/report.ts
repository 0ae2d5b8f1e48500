import type { Clock } from "../clock";
import { type Connection, hintOf } from "../config/connection";
import type { Terminal } from "../desk";
import { plain } from "../show/as-text";
import { isRecord } from "../show/record";
import { isLocal } from "../local";
import type { Answer } from "./forward";
import type { ToldEvent } from "./hand-over";

/** What a listener prints: lines for people, or a JSON document a line. */
export interface Report {
  begins(session: Session): void;
  /** From now on nothing is missed; said once. */
  ready(): void;
  handed(event: ToldEvent, answer: Answer): void;
  /** Something waits or goes on again; the same words come once. */
  says(slug: string, words: string): void;
}

export interface Session {
  connection: Connection;
  target: URL;
  secret: string;
  events: readonly string[];
  /** The id it goes on after. */
  position: string | undefined;
  /** When that was. */
  since: Date | undefined;
}

export function openReport({ out }: Terminal, json: boolean, clock: Clock): Report {
  const print = (value: object, text: string): void => out(`${json ? JSON.stringify(value) : plain(text)}\n`);
  let last = "";
  let isReady = false;
  const says: Report["says"] = (slug, words) => {
    if (words === last) return;
    last = words;
    print({ note: slug, message: words }, `${time(clock())}  ${words}`);
  };
  return {
    says,
    ready() {
      if (!isReady) says("ready", "Ready.");
      isReady = true;
    },
    begins(session) {
      const { connection, target, secret, events, position } = session;
      const value = {
        listening: connection.apiUrl,
        mode: connection.mode,
        forward_to: target.href,
        secret,
        events,
        after: position ?? null,
      };
      print(value, beginning(session));
    },
    handed(event, answer) {
      last = "";
      const { id, type, body } = event;
      const outcome =
        answer.kind === "answered" ? { status: answer.status, ms: answer.ms } : { error: answer.reason };
      print({ event: type, id, ...outcome }, lineOf(clock(), event, answer, about(body)));
    },
  };
}

function beginning({ connection, target, secret, events, since }: Session): string {
  const { apiUrl, mode } = connection;
  return [
    `Listening to ${apiUrl} with ${hintOf(connection)}: ${events.length > 0 ? events.join(", ") : "all events"} of ${mode} mail.`,
    `Forwarding to ${target.href}, signed with this secret:`,
    `  ${secret}`,
    ...(isLocal(target) ? [] : [`Note: ${target.host} is not this machine: events leave it.`]),
    since
      ? `Going on after ${since.toISOString()}; --from-now begins now. Ctrl-C ends it.`
      : "Ctrl-C ends it.",
  ].join("\n");
}

/** `12:00:02  email.delivered  200 in 12 ms  evt_… msg_… ada@example.com` */
function lineOf(now: Date, { id, type }: ToldEvent, answer: Answer, about: string): string {
  const outcome =
    answer.kind === "answered" ? `${answer.status} in ${answer.ms} ms` : `given up: ${answer.reason}`;
  return [time(now), type, outcome, id, about].filter((part) => part !== "").join("  ");
}

/** Whom an event is about: the message and its recipient, where there is one. */
function about(body: string): string {
  const read: unknown = JSON.parse(body);
  const data = isRecord(read) ? read["data"] : undefined;
  if (!isRecord(data)) return "";
  return [data["message_id"], data["recipient"] ?? data["name"]]
    .filter((part) => typeof part === "string")
    .join(" ");
}

function time(now: Date): string {
  return now.toTimeString().slice(0, 8);
}
