import { type Liquid, filters as stock } from "liquidjs";

const ASKING = ["where_exp", "reject_exp", "group_by_exp", "has_exp", "find_exp", "find_index_exp"];

/** Filters that take an expression ask like `if`: an item may lack what they ask for. */
export function askLeniently(liquid: Liquid): void {
  for (const name of ASKING) {
    const handler = stock[name];
    if (typeof handler !== "function") continue;
    liquid.registerFilter(name, function* (...args) {
      const { context } = this;
      const strict = context.strictVariables;
      context.strictVariables = false;
      try {
        const result: unknown = yield* handler.apply(this, args);
        return result;
      } finally {
        context.strictVariables = strict;
      }
    });
  }
}
