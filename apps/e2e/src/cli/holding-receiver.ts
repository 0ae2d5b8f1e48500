import { type ReceivedRequest, serve } from "../http-server";

/** A developer's endpoint, which counts what it answered, and can hold an answer back. */
export interface HoldingReceiver {
  url: string;
  /** Answered requests, in their order. */
  answered(): ReceivedRequest[];
  /** How often each `webhook-id` was answered. */
  counts(): Map<string, number>;
  /** The next request gets no answer until `release`; it does not count. → once it is there */
  hold(): Promise<void>;
  release(): void;
  close(): Promise<void>;
}

export async function startHoldingReceiver(): Promise<HoldingReceiver> {
  const answered: ReceivedRequest[] = [];
  const counts = new Map<string, number>();
  let holding: { came: () => void; released: Promise<void> } | undefined;
  let release = (): void => undefined;
  const server = await serve(async (request) => {
    if (holding) {
      const { came, released } = holding;
      holding = undefined;
      came();
      await released;
      return { status: 200 };
    }
    answered.push(request);
    const id = String(request.headers["webhook-id"]);
    counts.set(id, (counts.get(id) ?? 0) + 1);
    return { status: 200 };
  });
  return {
    url: server.url,
    answered: () => [...answered],
    counts: () => new Map(counts),
    hold: () =>
      new Promise((came) => {
        const released = new Promise<void>((resolve) => (release = resolve));
        holding = { came, released };
      }),
    release: () => release(),
    close: server.close,
  };
}
