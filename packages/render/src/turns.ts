/** Items in fair turns: the next is the longest waiting one of the owner whose turn was longest ago. */
export interface Turns<Item> {
  add(owner: string, item: Item): void;
  next(): Item | undefined;
  remove(owner: string, item: Item): void;
  waiting(owner: string): number;
  size(): number;
}

export function openTurns<Item>(): Turns<Item> {
  // A map keeps the order of insertion: an owner who had a turn goes to its end.
  const lines = new Map<string, Item[]>();
  let size = 0;
  return {
    add(owner, item) {
      size += 1;
      const line = lines.get(owner);
      if (line) line.push(item);
      else lines.set(owner, [item]);
    },
    next() {
      for (const [owner, line] of lines) {
        lines.delete(owner);
        const item = line.shift();
        if (line.length > 0) lines.set(owner, line);
        if (item === undefined) continue;
        size -= 1;
        return item;
      }
      return undefined;
    },
    remove(owner, item) {
      const line = lines.get(owner);
      const place = line?.indexOf(item) ?? -1;
      if (!line || place < 0) return;
      line.splice(place, 1);
      size -= 1;
      if (line.length === 0) lines.delete(owner);
    },
    waiting: (owner) => lines.get(owner)?.length ?? 0,
    size: () => size,
  };
}
