import type { Align, Colors, ImageBlock, SimpleBlock } from "@sendex/core/templates/blocks/blocks";
import { readableOn } from "@sendex/core/templates/contrast";
import { attribute, textHtml } from "./escape";
import { partsHtml, spansHtml } from "./words";

interface Place {
  colors: Colors;
  /** Pixels that it has. */
  width: number;
}

const HEADINGS = [
  { size: 28, line: 1.25 },
  { size: 22, line: 1.3 },
  { size: 18, line: 1.4 },
];
/** The links of a footer stand in its text's colour. */
const FOOTER = "font-size:13px;line-height:1.5";
/** Where a reader leaves: made a link of each reader's own when the mail is sent. */
const LEAVE = "{{{unsubscribe_url}}}";

export function simpleHtml(block: SimpleBlock, place: Place): string {
  const { colors } = place;
  switch (block.type) {
    case "heading":
      return heading(block.level, spansHtml(block.spans, colors.accent), colors, block.align);
    case "text":
      return `<div class="words" style="color:${colors.text};text-align:${block.align ?? "left"}">${partsHtml(block.parts, colors.accent)}</div>`;
    case "button":
      return button(block, colors);
    case "image":
      return image(block, place);
    case "divider":
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="padding:12px 0"><div style="border-top:1px solid #c9ccd1;font-size:0;line-height:0">&nbsp;</div></td></tr></table>`;
    case "spacer":
      return `<div style="height:${block.height}px;line-height:${block.height}px;font-size:0">&nbsp;</div>`;
    case "footer":
      return footer(block, colors);
  }
}

function heading(level: number, inside: string, { text }: Colors, align: Align = "left"): string {
  const { size, line } = HEADINGS[level - 1] ?? { size: 18, line: 1.4 };
  const style = `margin:0 0 12px;font-size:${size}px;line-height:${line};font-weight:700;color:${text};text-align:${align}`;
  return `<h${level} class="words" style="${style}">${inside}</h${level}>`;
}

function button(
  { text, link, align = "left" }: SimpleBlock & { type: "button" },
  { accent }: Colors,
): string {
  const style = `display:inline-block;padding:12px 24px;color:${readableOn(accent)};font-weight:600;text-decoration:none`;
  const cell = `<td bgcolor="${accent}" style="background-color:${accent};border-radius:6px"><a href="${attribute(link)}" style="${style}">${textHtml(text)}</a></td>`;
  return `<table role="presentation" align="${align}" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="${align}" style="padding:4px 0 16px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${cell}</tr></table></td></tr></table>`;
}

function image({ url, alt, width: wanted, link, align = "left" }: ImageBlock, { width }: Place): string {
  const shown = Math.min(wanted ?? width, width);
  const sides = { left: "0 auto 12px 0", center: "0 auto 12px", right: "0 0 12px auto" }[align];
  const style = `display:block;width:100%;max-width:${shown}px;height:auto;border:0;margin:${sides}`;
  const tag = `<img src="${attribute(url)}" alt="${attribute(alt)}" width="${shown}" style="${style}">`;
  return link ? `<a href="${attribute(link)}">${tag}</a>` : tag;
}

function footer(
  { parts, unsubscribe, align = "center" }: SimpleBlock & { type: "footer" },
  { text }: Colors,
): string {
  const leave = unsubscribe
    ? `\n<p style="margin:0;${FOOTER}"><a class="words" href="${LEAVE}" style="color:${text};text-decoration:underline">${textHtml(unsubscribe)}</a></p>`
    : "";
  return `<div class="words" style="color:${text};padding-top:12px;text-align:${align}">${partsHtml(parts, text, FOOTER)}${leave}</div>`;
}
