import { CaptureTag, type Context, type Emitter } from "liquidjs";
import { escapeHtml, looksLikeMarkup, Markup, shown, Text } from "./markup";

type Bounded = (html: (value: unknown) => string) => Emitter;

/**
 * `capture` in HTML. What it holds is HTML where a tag or an entity of the template, or of a filter, is in it;
 * otherwise it is text, which can be compared and split like any other.
 */
export function captureInHtml(bounded: Bounded): typeof CaptureTag {
  return class extends CaptureTag {
    override *render(context: Context): Generator<unknown, void, string> {
      const text = bounded(shown);
      let markup = false;
      const html = bounded((value) => {
        if (!(value instanceof Text) && looksLikeMarkup(shown(value))) markup = true;
        return htmlOf(value);
      });
      const both: Emitter = {
        buffer: "",
        write(value: unknown) {
          text.write(value);
          html.write(value);
        },
      };
      yield this.liquid.renderer.renderTemplates(this.templates, context, both);
      context.bottom()[this.variable] = markup ? new Markup(html.buffer) : text.buffer;
    }
  };
}

/** What the language gives an emitter in HTML: text is to be escaped, the rest is the template's own. */
export function htmlOf(value: unknown): string {
  return value instanceof Text ? escapeHtml(value.text) : shown(value);
}
