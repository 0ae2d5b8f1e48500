import { LATE_MS } from "@sendex/core/events";
import type { Mode } from "@sendex/core/accepting/message";
import type { Clock } from "@sendex/core/ports";
import { isToldTo } from "@sendex/core/webhooks/event";
import { idFloor, idTime } from "@sendex/crypto/token";
import type { StreamedEvent } from "@sendex/data/events";
import { eventFrame } from "@sendex/wire/events";
import { bodyOf } from "@sendex/wire/webhooks/body";
import { type Feed, floorOf, type Hear } from "./feed";

/** Where a stream's text goes: a response that stays open. */
export interface Sink {
  /** Never throws. It ends by itself where its reader leaves too much unread. */
  write(text: string): void;
  /** Resolves once what was written has left, or the sink is closed. */
  drained(): Promise<void>;
  end(): void;
  /** Called once, also where it is closed already. */
  onClose(closed: () => void): void;
}

/** What a stream tells. */
export interface Wanted {
  mode: Mode;
  /** Names of events; none: all. */
  chosen: readonly string[];
  /** The id of the last event that its client has; absent: it begins now. */
  after?: string;
}

/** Events that wait while older ones are caught up with. */
const MAX_HELD = 1_000;
/** By then the feed has told all that it may tell again. */
const REPEATED_MS = 2 * LATE_MS;

/** Tells a sink an account's events until it leaves; a client may get again what it got before it was cut off. */
export interface Follower {
  /** Rejects where it cannot read; then what was told is not all. */
  caughtUp: Promise<void>;
  leave(): void;
}

export function follow(feed: Feed, wanted: Wanted, sink: Sink, clock: Clock): Follower {
  const start = floorOf(clock, LATE_MS);
  const teller = openTeller(wanted, sink, start);
  const ear = openEar(feed, teller.tell);
  let left = false;

  /** Tells all that there is after an id, as fast as it is read. */
  async function tellFrom(after: string): Promise<void> {
    for await (const events of feed.pages(after)) {
      teller.tellOld(events);
      await sink.drained();
      if (left) return;
    }
  }

  /**
   * First what is long there; then, with what the feed tells meanwhile held back, what it may have told others before.
   * Where more came meanwhile than can be held, again.
   */
  async function catchUp(after: string): Promise<void> {
    await tellFrom(idFloor("evt", new Date(Math.max(0, idTime(after).getTime() - LATE_MS))));
    do {
      if (left) return;
      ear.hold();
      await tellFrom(start);
    } while (!ear.release());
    setTimeout(() => teller.forget(), REPEATED_MS).unref();
  }

  if (wanted.after === undefined) ear.listen();
  return {
    caughtUp: wanted.after === undefined ? Promise.resolve() : catchUp(wanted.after),
    leave() {
      left = true;
      ear.leave();
    },
  };
}

/** Writes events in the words of their stream, each once. */
function openTeller(wanted: Wanted, sink: Sink, start: string) {
  /** Of what catching up told, that which the feed may tell again. */
  const repeated = new Set<string>();
  const tell: Hear = (events) => {
    const fresh = events.filter(({ id }) => !repeated.delete(id));
    const text = fresh.map((event) => frameOf(event, wanted)).join("");
    if (text !== "") sink.write(text);
  };
  return {
    tell,
    tellOld(events: StreamedEvent[]) {
      const fresh = events.filter(({ id }) => !repeated.has(id));
      tell(fresh);
      for (const { id } of fresh) if (id > start) repeated.add(id);
    },
    forget: () => repeated.clear(),
  };
}

/** Hears a feed, and can keep to itself for a while what it hears. */
function openEar(feed: Feed, tell: Hear) {
  let held: StreamedEvent[] | undefined;
  let leave = (): void => undefined;
  const listen = (): void => {
    leave = feed.join((events) => {
      if (held) held.push(...events.slice(0, MAX_HELD + 1 - held.length));
      else tell(events);
    });
  };
  return {
    listen,
    hold() {
      held = [];
      listen();
    },
    /** False where more came than can be held: then it hears nothing any more. */
    release(): boolean {
      const waiting = held ?? [];
      held = undefined;
      if (waiting.length > MAX_HELD) leave();
      else tell(waiting);
      return waiting.length <= MAX_HELD;
    },
    leave: () => leave(),
  };
}

/** Empty where the stream does not tell of it. */
function frameOf({ id, told }: StreamedEvent, { mode, chosen }: Wanted): string {
  if (told.kind === "entry" ? told.message.mode !== mode : !isToldTo(mode, told.webhook, told.data))
    return "";
  const body = bodyOf(told, { chosen, mode });
  return body && (chosen.length === 0 || chosen.includes(body.event)) ? eventFrame(id, body) : "";
}
