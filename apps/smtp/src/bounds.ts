/** What one process takes at a time: of connections, of each address and key, and of mail that is on its way in. */
export interface Bounds {
  /** False where an address has as many connections as it may. `leave` is due where it is true. */
  enter(address: string): boolean;
  leave(address: string): void;
  /** The same of a key. */
  enterKey(keyId: string): boolean;
  leaveKey(keyId: string): void;
  /** False where these bytes have no room. */
  take(bytes: number): boolean;
  give(bytes: number): void;
}

export interface BoundsOptions {
  perAddress: number;
  perKey: number;
  /** Of all mails that are on their way in. */
  bytes: number;
}

export function openBounds({ perAddress, perKey, bytes }: BoundsOptions): Bounds {
  const addresses = openCounts(perAddress);
  const keys = openCounts(perKey);
  let free = bytes;
  return {
    enter: addresses.enter,
    leave: addresses.leave,
    enterKey: keys.enter,
    leaveKey: keys.leave,
    take(asked) {
      if (asked > free) return false;
      free -= asked;
      return true;
    },
    give(back) {
      free += back;
    },
  };
}

function openCounts(most: number): { enter(name: string): boolean; leave(name: string): void } {
  const counts = new Map<string, number>();
  return {
    enter(name) {
      const count = counts.get(name) ?? 0;
      if (count >= most) return false;
      counts.set(name, count + 1);
      return true;
    },
    leave(name) {
      const count = (counts.get(name) ?? 0) - 1;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
    },
  };
}
