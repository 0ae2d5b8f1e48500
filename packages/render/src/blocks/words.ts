import type { Span, TextPart } from "@sendex/core/templates/blocks/blocks";
import { attribute, textHtml } from "./escape";

/** Those of each system: nothing is loaded. */
export const FONT = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

export function partsHtml(parts: readonly TextPart[], accent: string, style = ""): string {
  return parts
    .map((part) => {
      if (part.type === "paragraph")
        return `<p style="margin:0 0 12px;${style}">${spansHtml(part.spans, accent) || "&nbsp;"}</p>`;
      const tag = part.ordered ? "ol" : "ul";
      const items = part.items.map(
        (spans) => `<li style="margin:0 0 4px;${style}">${spansHtml(spans, accent)}</li>`,
      );
      return `<${tag} style="margin:0 0 12px;padding:0 0 0 24px">${items.join("")}</${tag}>`;
    })
    .join("\n");
}

export function spansHtml(spans: readonly Span[], accent: string): string {
  return spans.map((span) => spanHtml(span, accent)).join("");
}

function spanHtml({ text, bold, italic, link }: Span, accent: string): string {
  let html = textHtml(text);
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return link === undefined
    ? html
    : `<a class="link" href="${attribute(link)}" style="color:${accent};text-decoration:underline">${html}</a>`;
}
