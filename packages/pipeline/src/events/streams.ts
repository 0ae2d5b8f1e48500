import { SendexError } from "@sendex/core/error";
import { MAX_STREAMS } from "@sendex/core/events";
import type { Log } from "@sendex/core/ports";
import type { StreamSeats } from "@sendex/queue/stream-seats";
import { openingFrame } from "@sendex/wire/events";
import { floorOf } from "./feed";
import { type FeedsOptions, openFeeds, type TakenFeed } from "./feeds";
import { follow, type Sink, type Wanted } from "./follow";
import { startHeart } from "./heart";

export interface StreamRequest extends Wanted {
  accountId: string;
  /** Asked every few seconds: whether its caller still may. Rejects where that cannot be told now. */
  allowed(): Promise<boolean>;
}

/** The event streams of a process. */
export interface Streams {
  /**
   * A seat for a stream, which begins when it is given its sink, and must be given one.
   * @throws SendexError too_many_requests, service_unavailable while the process stops
   */
  open(request: StreamRequest): Promise<(sink: Sink) => void>;
  /** How many there are. */
  count(): number;
  /** Ends all of them, at once; none begins any more. */
  close(): void;
}

export interface StreamsOptions extends FeedsOptions {
  seats: StreamSeats;
}

interface Stream {
  request: StreamRequest;
  sink: Sink;
}

const RETRY_AFTER_S = 5;

export function openStreams({ seats, ...options }: StreamsOptions): Streams {
  const { clock, log } = options;
  const streams = new Set<Stream>();
  const feeds = openFeeds(options, () => {
    seats.renew();
    for (const stream of streams) void endForbidden(stream, log);
  });
  let closed = false;

  function begin(request: StreamRequest, taken: TakenFeed, sink: Sink): void {
    const stream = { request, sink };
    streams.add(stream);
    sink.write(openingFrame(request.after ?? floorOf(clock, 0)));
    const follower = follow(taken.feed, request, sink, clock);
    follower.caughtUp.catch((error: unknown) => {
      feeds.outage.failed(error);
      sink.end();
    });
    const stopHeart = startHeart(sink, follower.caughtUp, clock);
    sink.onClose(() => {
      stopHeart();
      follower.leave();
      streams.delete(stream);
      taken.giveBack();
      seats.leave(request.accountId);
    });
    if (closed) sink.end();
  }

  return {
    async open(request) {
      if (closed) throw stopping();
      if (!(await seats.take(request.accountId, MAX_STREAMS))) throw tooMany();
      try {
        const taken = await feeds.take(request.accountId);
        return (sink) => begin(request, taken, sink);
      } catch (error) {
        seats.leave(request.accountId);
        throw error;
      }
    },
    count: () => streams.size,
    close() {
      closed = true;
      for (const { sink } of streams) sink.end();
    },
  };
}

async function endForbidden({ request, sink }: Stream, log: Log): Promise<void> {
  try {
    if (!(await request.allowed())) sink.end();
  } catch (error) {
    log.debug({ err: error }, "whether a stream may go on is asked again");
  }
}

function tooMany(): SendexError {
  const message = `An account has at most ${MAX_STREAMS} event streams open at once.`;
  return new SendexError("too_many_requests", message, { retryAfterSeconds: RETRY_AFTER_S });
}

function stopping(): SendexError {
  const message = "This process is being stopped. Try again shortly.";
  return new SendexError("service_unavailable", message, { retryAfterSeconds: 1 });
}
