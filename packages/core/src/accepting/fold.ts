/** RFC 5322 2.1.1: 78 characters with the CRLF. */
const LINE = 76;

/**
 * A header field over as many lines as it needs, broken in front of white space (RFC 5322 2.2.3), so that taking the line
 * breaks out gives the field back as it was. No line is white space alone. White space at the value's ends goes.
 */
export function foldHeader(name: string, value: string): string {
  const lines: string[] = [];
  let line = `${name}:`;
  let begun = false;
  for (const [piece] of ` ${value.trim()}`.matchAll(/[ \t]*[^ \t]+/g)) {
    if (begun && line.length + piece.length > LINE) {
      lines.push(line);
      line = piece;
    } else {
      line += piece;
    }
    begun = true;
  }
  return [...lines, line].join("\r\n");
}

/** The length of the longest part of a value that no line break can divide, with the white space in front of it. */
export function longestPiece(value: string): number {
  let longest = 0;
  for (const [piece] of value.matchAll(/[ \t]*[^ \t]+/g)) longest = Math.max(longest, piece.length);
  return longest;
}
