/**
 * Letters that look like Latin ones, after NFKD and in lower case. Source: the rows of Unicode's confusables.txt
 * (UTS 39) for single letters of Cyrillic, Greek, Armenian, Cherokee and the Latin extensions that lures are written in.
 */
const ROWS: [latin: string, alike: string][] = [
  ["a", "аαɑᴀꭺ"],
  ["b", "ƅьʙвᏼᏏꮟ"],
  ["c", "сϲᴄⅽꮯ"],
  ["d", "ԁɗᏧꮷ"],
  ["e", "еεҽєᴇꭼ"],
  ["f", "ƒϝꞙք"],
  ["g", "ɡցɢᶃԍ"],
  ["h", "һհнʜᏂ"],
  ["i", "іιıɩӏꭵɪ"],
  ["j", "јϳʝᴊ"],
  ["k", "кκᴋꮶ"],
  ["l", "ⅼʟƖǀꮮ"],
  ["m", "мⅿᴍϻꮇ"],
  ["n", "ոпηɴռ"],
  ["o", "оοσօᴏ"],
  ["p", "рρᴘꮲ"],
  ["q", "ԛգզ"],
  ["r", "гᴦʀꮁ"],
  ["s", "ѕꜱʂꮪ"],
  ["t", "тτᴛꭲ"],
  ["u", "υսʋᴜц"],
  ["v", "νѵᴠⅴꮩ"],
  ["w", "ԝωшᴡꮃ"],
  ["x", "хχⅹ"],
  ["y", "уγүʏყ"],
  ["z", "ᴢꮓʐ"],
];

/** Letters of other languages that NFKD leaves whole, as people type them without their marks. */
const PLAIN: [string, string][] = [
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
];

export const LATIN_LOOKS = new Map(ROWS.flatMap(([latin, alike]) => Array.from(alike, (a) => [a, latin])));
export const LATIN_PLAIN = new Map(PLAIN);
