/** What has been opened, to be closed in the opposite order. */
export interface Closing {
  /** Remembers how `thing` is closed, and returns it. */
  add<Thing>(thing: Thing, close: (thing: Thing) => unknown): Thing;
  /** Closes all, the last first. What fails to close does not keep the rest open. Never rejects. */
  close(): Promise<void>;
}

export function openClosing(): Closing {
  const closers: (() => unknown)[] = [];
  return {
    add: (thing, close) => {
      closers.push(() => close(thing));
      return thing;
    },
    close: async () => {
      for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) {
        await Promise.resolve()
          .then(closer)
          .catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
      }
    },
  };
}
