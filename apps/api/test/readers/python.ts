import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ReadMail, Reader } from "./read-mail";

export interface PythonReader {
  read: Reader;
  close(): void;
}

export function hasPython(): boolean {
  return spawnSync("python3", ["-c", "import email"], { timeout: 10_000 }).status === 0;
}

/** One process of Python's email package that reads all mails, in turn. */
export function openPythonReader(): PythonReader {
  const process: ChildProcess = spawn("python3", [join(__dirname, "read_mails.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { stdin, stdout } = process;
  if (!stdin || !stdout) throw new Error("python3 has no pipes.");
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(source) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(source.length);
      const answer = last.then(async () => {
        stdin.write(Buffer.concat([length, source]));
        const { value, done } = await lines.next();
        if (done) throw new Error("read_mails.py ended; its standard error says why.");
        return JSON.parse(value) as ReadMail;
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => void stdin.end(),
  };
}
