/** Of one line: the field's name, the word before the file's name and the quotes leave so much of 78. */
const MAX_QUOTED = 60;
/** Encoded, of one line. */
const MAX_PIECE = 50;

/**
 * The value of a part's Content-Disposition, with each parameter on a line of its own: `filename="a b.pdf"`, or in the
 * encoded pieces of RFC 2231. Never folded inside a name: there, readers make one space of several.
 */
export function disposition(kind: string, filename: string): string {
  return [kind, ...nameParameters(filename)].join(";\r\n ");
}

function nameParameters(filename: string): string[] {
  if (filename.length <= MAX_QUOTED && /^[ !#-[\]-~]*$/.test(filename)) return [`filename="${filename}"`];
  const pieces: string[] = [];
  let piece = "";
  for (const character of filename) {
    const encoded = encode(character);
    if (piece.length + encoded.length > MAX_PIECE) {
      pieces.push(piece);
      piece = "";
    }
    piece += encoded;
  }
  const [first, ...rest] = [...pieces, piece];
  if (rest.length === 0) return [`filename*=utf-8''${first}`];
  return [`filename*0*=utf-8''${first}`, ...rest.map((piece, i) => `filename*${i + 1}*=${piece}`)];
}

/** RFC 2231 section 7, attribute-char: `encodeURIComponent` leaves some that are none. */
function encode(character: string): string {
  return encodeURIComponent(character).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
