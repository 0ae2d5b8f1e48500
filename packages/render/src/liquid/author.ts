import { type Context, type Template, toValueSync, TypeGuards, Value } from "liquidjs";
import { looksLikeMarkup, Markup } from "./markup";
import { Values } from "./missing";

/**
 * Goes through a template that has been read and notes what its author meant. A `default` anywhere among an output's
 * filters makes its variable optional; with `html`, a quoted text that holds a tag or an entity is HTML.
 */
export function heedAuthor(templates: Template[], { html }: { html: boolean }): void {
  const left: Template[][] = [templates];
  for (let next = left.pop(); next; next = left.pop()) {
    for (const template of next) {
      for (const argument of template.arguments?.() ?? []) {
        if (!("initial" in argument)) continue;
        if (argument instanceof Value) makeOptional(argument);
        if (html) argument.initial.postfix.concat(...argument.filters.map(argumentsOf)).forEach(markQuoted);
      }
      if (template.children) left.push(toValueSync(template.children(false, true)));
    }
  }
}

/** The language looks at the first filter alone. */
function makeOptional(value: Value): void {
  const optional = value.filters.some(({ name }) => name === "default");
  Object.defineProperty(value, "value", {
    *value(context: Context, lenient = false): Generator<unknown, unknown, unknown> {
      const asks = lenient || optional;
      let result = yield asking(value, context, asks);
      for (const filter of value.filters) result = yield filter.render(result, context);
      return result;
    },
  });
}

function* asking({ initial }: Value, context: Context, asks: boolean): Generator<unknown, unknown, unknown> {
  if (!(context instanceof Values)) return yield initial.evaluate(context, asks);
  const before = context.asks;
  context.asks = asks;
  try {
    return yield initial.evaluate(context, asks);
  } finally {
    context.asks = before;
  }
}

type Filters = Value["filters"];
type Token = Value["initial"]["postfix"][number];

function argumentsOf({ args }: Pick<Filters[number], "args">): Token[] {
  return args.flatMap((arg) => (Array.isArray(arg) ? (arg[1] ?? []) : arg));
}

function markQuoted(token: Token): void {
  if (!TypeGuards.isQuotedToken(token) || !looksLikeMarkup(token.content)) return;
  Object.defineProperty(token, "content", { value: new Markup(token.content, true) });
}
