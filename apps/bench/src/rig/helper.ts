import { fork } from "node:child_process";
import path from "node:path";
import type { Answer, Question } from "./serve-parent";

const ANSWER_LIMIT_MS = 120_000;

/** A process of the bench's own that answers questions; see serve-parent.ts. */
export interface Helper {
  pid: number | undefined;
  /** Rejects when the helper says no, dies, or does not answer within two minutes, or `limitMs`. */
  ask<Result>(name: string, payload?: object, limitMs?: number): Promise<Result>;
  /** Resolves when it is gone. */
  end(): Promise<void>;
}

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Starts the module `dist/<module>.js` as a process with an environment of its own. */
export function startHelper(module: string): Helper {
  const child = fork(path.join(__dirname, "..", `${module}.js`), [], {
    // The SDK warns of Node versions on every start.
    env: { NODE_ENV: "production", NODE_NO_WARNINGS: "1" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const gone = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${module} ended`));
  });
  child.on("message", (message) => settle(waiting, message as Answer, module));
  return {
    pid: child.pid,
    ask: <Result>(name: string, payload: object = {}, limitMs = ANSWER_LIMIT_MS) =>
      new Promise<Result>((resolve, reject) => {
        const question: Question = { id: (last += 1), name, payload };
        const limit = setTimeout(() => reject(new Error(`${module}: no answer to ${name}`)), limitMs);
        const settled = () => {
          clearTimeout(limit);
          waiting.delete(question.id);
        };
        waiting.set(question.id, {
          resolve: (result) => {
            settled();
            resolve(result as Result);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        if (child.connected) child.send(question);
        else waiting.get(question.id)?.reject(new Error(`${module} is not running`));
      }),
    end: () => {
      child.kill("SIGKILL");
      return gone;
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: Answer, module: string): void {
  const asker = waiting.get(answer.id);
  if ("error" in answer) asker?.reject(new Error(`${module}: ${answer.error}`));
  else asker?.resolve(answer.result);
}
