/** Leaves out what is undefined: JSON with an absent field rather than a null one, and equal values as equal JSON. */
export function defined<Fields extends object>(fields: Fields): Partial<Fields> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only undefined values were dropped, which is what Partial says.
  return Object.fromEntries(kept) as Partial<Fields>;
}
