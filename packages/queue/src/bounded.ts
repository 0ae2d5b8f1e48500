/**
 * Runs `run` and rejects when it takes longer than `ms`. The work itself is not stopped: a Redis command cannot be
 * taken back, so the caller must be safe against its late effect.
 */
export async function bounded<T>(ms: number, what: string, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
