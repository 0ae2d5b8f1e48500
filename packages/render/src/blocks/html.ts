import {
  type Block,
  type Blocks,
  type Colors,
  DEFAULT_COLORS,
  MAIL_WIDTH,
  MARGIN,
  MAX_IMAGE_WIDTH,
  type SimpleBlock,
} from "@sendex/core/templates/blocks/blocks";
import { lightenedOn } from "@sendex/core/templates/contrast";
import { simpleHtml } from "./simple";
import { FONT } from "./words";

/**
 * The HTML of a mail that is written as blocks: tables and styles on each element, as mail programs want it, 600 pixels wide,
 * and dark where its reader's device is. It is Liquid still.
 */
export function blocksHtml({ items, colors: own }: Blocks): string {
  const colors = { ...DEFAULT_COLORS, ...own };
  const rows = items.map((block) => row(block, colors)).join("\n");
  const width = `width="${MAIL_WIDTH}"`;
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>${sheet(colors)}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:${colors.page}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${colors.page}"><tr><td align="center" style="padding:24px 0">
<!--[if mso]><table role="presentation" ${width} cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="mail" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:${MAIL_WIDTH}px;background-color:${colors.mail};color:${colors.text};font-family:${FONT};font-size:16px;line-height:1.5;text-align:left">
<tr><td height="${TOP}" style="height:${TOP}px;font-size:0;line-height:0">&nbsp;</td></tr>
${rows}
<tr><td height="${TOP}" style="height:${TOP}px;font-size:0;line-height:0">&nbsp;</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

const TOP = 24;
/** Dark enough for a screen at night, and not black, on which letters seem to move. */
const DARK = { page: "#101113", mail: "#1a1b1e", text: "#e6e7e9" };

/** What styles on elements cannot say: the dark, and columns below each other on a phone. */
function sheet({ accent }: Colors): string {
  const dark = [
    `.page{background-color:${DARK.page}!important}`,
    `.mail{background-color:${DARK.mail}!important;color:${DARK.text}!important}`,
    `.words{color:${DARK.text}!important}`,
    `.link{color:${lightenedOn(accent, DARK.mail)}!important}`,
  ].join(" ");
  const phone =
    ".column{display:block!important;width:auto!important} .side{padding-left:20px!important;padding-right:20px!important}";
  return `:root{color-scheme:light dark} @media (prefers-color-scheme:dark){${dark} } @media (max-width:${MAIL_WIDTH - 1}px){${phone} }`;
}

function row(block: Block, colors: Colors): string {
  const inside =
    block.type === "columns"
      ? columns(block.columns, colors)
      : simpleHtml(block, { colors, width: MAX_IMAGE_WIDTH });
  return `<tr><td class="side" style="padding:0 ${MARGIN}px">${inside}</td></tr>`;
}

const GAP = 16;

function columns(all: SimpleBlock[][], colors: Colors): string {
  const width = (MAX_IMAGE_WIDTH - GAP) / 2;
  const cells = all.map((blocks, i) => {
    const side = i === 0 ? `padding-right:${GAP / 2}px` : `padding-left:${GAP / 2}px`;
    const inside = blocks.map((block) => simpleHtml(block, { colors, width })).join("\n");
    return `<td class="column" width="50%" valign="top" style="width:50%;vertical-align:top;${side}">${inside}</td>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells.join("")}</tr></table>`;
}
