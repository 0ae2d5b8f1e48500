/** How a column's values are compared: texts as people number them ("item 2" before "item 10"), or by size. */
export type Sort = true | "number";

/** Of numbers; what is none is left to the table, which puts it last. */
export function bySize(one: unknown, other: unknown): number {
  if (typeof one !== "number" || typeof other !== "number") return 0;
  return Math.sign(one - other);
}

/** What a click on a column's head makes of its order: of numbers the largest come first, of texts those with A. */
export function descendsNext(sort: Sort | undefined, sorted: "asc" | "desc" | undefined): boolean {
  return sort === "number" ? sorted !== "desc" : sorted === "asc";
}
