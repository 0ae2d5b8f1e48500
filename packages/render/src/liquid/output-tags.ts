import {
  type Context,
  CycleTag,
  EchoTag,
  type Emitter,
  evalToken,
  type Liquid,
  TypeGuards,
  Value,
} from "liquidjs";
import { shown, written } from "./markup";

/** `echo` and `cycle` in HTML: the language's own take HTML for text. */
export function registerOutputTags(liquid: Liquid): void {
  liquid.registerTag("echo", EchoInHtml);
  liquid.registerTag("cycle", CycleInHtml);
}

class EchoInHtml extends EchoTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    for (const value of this.arguments())
      if (value instanceof Value) emitter.write(written(yield value.value(context, false)));
  }
}

class CycleInHtml extends CycleTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const all = [...this.arguments()];
    const candidates = all.filter(TypeGuards.isFilteredValueToken);
    const group = all.find((token) => !candidates.some((candidate) => candidate === token));
    const name = group instanceof Value ? "" : shown(yield evalToken(group, context));
    const turns = context.getRegister<Record<string, number>>("cycle", {});
    const key = JSON.stringify([name, ...candidates.map((candidate) => candidate.getText())]);
    const turn = turns[key] ?? 0;
    turns[key] = (turn + 1) % candidates.length;
    const chosen = candidates[turn];
    if (chosen) emitter.write(written(yield new Value(chosen, this.liquid).value(context, false)));
  }
}
