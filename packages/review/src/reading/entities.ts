/** Named characters that mail uses; what is not here stays as written. Source: HTML 13.5. */
const NAMED = new Map(
  `amp=& lt=< gt=> quot=" apos=' nbsp=\u00a0 zwnj=\u200c zwj=\u200d zerowidthspace=\u200b shy=\u00ad lrm=\u200e rlm=\u200f
  copy=© reg=® trade=™ euro=€ pound=£ yen=¥ cent=¢ sect=§ deg=° middot=· bull=• hellip=… ndash=– mdash=— lsquo=‘ rsquo=’
  sbquo=‚ ldquo=“ rdquo=” bdquo=„ laquo=« raquo=» lsaquo=‹ rsaquo=› iexcl=¡ iquest=¿ times=× divide=÷ plusmn=± frac12=½
  colon=: period=. comma=, sol=/ lpar=( rpar=) commat=@ num=# dollar=$ percnt=% lowbar=_ hyphen=‐ newline=\u0020 tab=\u0020
  ensp=\u2002 emsp=\u2003 thinsp=\u2009 rarr=→ larr=← szlig=ß
  agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç egrave=è eacute=é ecirc=ê euml=ë igrave=ì iacute=í
  icirc=î iuml=ï ntilde=ñ ograve=ò oacute=ó ocirc=ô otilde=õ ouml=ö oslash=ø ugrave=ù uacute=ú ucirc=û uuml=ü yacute=ý
  yuml=ÿ eth=ð thorn=þ scaron=š zcaron=ž oelig=œ`
    .split(/[ \n]+/)
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const),
);
const UPPER = new Set(["agrave", "aacute", "auml", "ouml", "uuml", "eacute", "egrave", "ccedil", "ntilde"]);
const REFERENCE = /&(?:#(x?)([0-9a-f]{1,7})|([a-z]{2,16}[0-9]{0,2}));?/gi;

/** Character references as the characters they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole: string, hex: string, digits: string, name?: string) => {
    if (name === undefined) return fromCode(Number.parseInt(digits, hex === "" ? 10 : 16)) ?? whole;
    const lower = name.toLowerCase();
    const character = NAMED.get(lower);
    if (character === undefined) return whole;
    return UPPER.has(lower) && /^[A-Z]/.test(name) ? character.toUpperCase() : character;
  });
}

function fromCode(code: number): string | undefined {
  if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  return code === 0 ? undefined : String.fromCodePoint(code);
}
