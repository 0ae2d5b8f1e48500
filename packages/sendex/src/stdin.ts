import { CliError } from "./failure";

/** More than the API takes of one request (50 MiB), in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** All that comes, as text. @throws CliError where that is too much */
export async function readWhole(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of input) {
    const read = Buffer.from(piece);
    bytes += read.length;
    if (bytes > MAX_BYTES) throw new CliError("too_large", "Standard input has more than 64 MB.");
    pieces.push(read);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** Or Ctrl-D. */
const ENTER = "\r\n\u0004";
const CTRL_C = "\u0003";
const BACKSPACE = "\b\u007f";

/** Asks a person at a terminal for a secret, which is not shown. @throws CliError on Ctrl-C */
export function askHidden(
  question: string,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<string> {
  output.write(question);
  input.setRawMode(true).setEncoding("utf8").resume();
  return new Promise<string>((resolve, reject) => {
    let typed = "";
    input.on("data", (piece: string) => {
      for (const character of piece) {
        if (character === CTRL_C) reject(new CliError("interrupted", "Nothing was changed."));
        else if (ENTER.includes(character)) resolve(typed);
        else typed = BACKSPACE.includes(character) ? typed.slice(0, -1) : typed + character;
      }
    });
  }).finally(() => {
    input.removeAllListeners("data").setRawMode(false).pause();
    output.write("\n");
  });
}
