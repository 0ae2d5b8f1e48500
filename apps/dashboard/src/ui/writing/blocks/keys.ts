/**
 * What React knows a block by: it stays while the block is changed and moved, so that nobody loses the focus of what she is
 * writing in.
 */
const KEYS = new WeakMap<object, string>();
let count = 0;

export function keyOf(block: object): string {
  const known = KEYS.get(block);
  if (known !== undefined) return known;
  count += 1;
  KEYS.set(block, String(count));
  return String(count);
}

/** The block in its next form. */
export function changed<Block extends object>(from: object, to: Block): Block {
  KEYS.set(to, keyOf(from));
  return to;
}
