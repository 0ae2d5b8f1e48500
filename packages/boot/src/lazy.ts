export interface Lazy<T> {
  /** Opens it at the first call; when that throws, the next call tries again. */
  get(): T;
  /** What was opened, if anything was. */
  opened(): T | undefined;
}

export function lazy<T extends object>(open: () => T): Lazy<T> {
  let value: T | undefined;
  return { get: () => (value ??= open()), opened: () => value };
}
