export interface Lazy<T> {
  /** Opens it at the first call; when that fails, the next call tries again. */
  get(): Promise<T>;
  /** What was opened, if anything was. */
  opened(): T | undefined;
}

/** `open` may import what it needs: a process then loads no module that it does not use. */
export function lazy<T extends object>(open: () => Promise<T>): Lazy<T> {
  let value: T | undefined;
  let opening: Promise<T> | undefined;
  const start = async (): Promise<T> => {
    try {
      value = await open();
      return value;
    } finally {
      opening = undefined;
    }
  };
  return {
    get: () => (value === undefined ? (opening ??= start()) : Promise.resolve(value)),
    opened: () => value,
  };
}
