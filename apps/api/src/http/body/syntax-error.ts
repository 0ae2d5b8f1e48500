import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";

/** Where JSON text goes wrong first, as editors count: lines and columns from 1, a column a UTF-16 unit. */
interface Place {
  line: number;
  column: number;
  code: ParseErrorCode;
}

/** What a caller is told; the words of JSON.parse would quote the body. */
const SAYS: Record<string, string> = {
  InvalidSymbol: "what stands there is neither a string in double quotes, a number, true, false nor null",
  InvalidNumberFormat: "a number is not written as JSON has it",
  PropertyNameExpected: "a key in double quotes is missing, or a comma is one too many",
  ValueExpected: "a value is missing, or a comma is one too many",
  ColonExpected: "a colon is missing",
  CommaExpected: "a comma is missing",
  CloseBraceExpected: "a closing brace is missing",
  CloseBracketExpected: "a closing bracket is missing",
  EndOfFileExpected: "the JSON has ended, and more follows",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfString: "a string is not closed on its line",
  UnexpectedEndOfNumber: "a number is not finished",
  InvalidUnicode: "an escape \\u needs four hexadecimal digits",
  InvalidEscapeCharacter: "an escape that JSON does not have",
  InvalidCharacter: "a control character must be escaped",
};

/** A sentence on text that JSON.parse refused: what is wrong, at which line and column. Linear in the text's length. */
export function describeSyntaxError(text: string): string {
  const place = firstError(text);
  if (!place) return "The body is not valid JSON.";
  const { line, column, code } = place;
  const says = SAYS[printParseErrorCode(code)];
  return `The body is not valid JSON at line ${line}, column ${column}${says === undefined ? "" : `: ${says}`}.`;
}

function firstError(text: string): Place | undefined {
  let first: Place | undefined;
  const onError = (code: ParseErrorCode, _: number, __: number, line: number, character: number): void => {
    first ??= { line: line + 1, column: character + 1, code };
  };
  visit(text, { onError }, { disallowComments: true });
  return first;
}
