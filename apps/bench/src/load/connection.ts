import { connect, type Socket } from "node:net";

export interface RawAnswer {
  status: number;
  body: string;
}

/** One keep-alive connection. */
export interface Connection {
  /** One request at a time; `answered` is called with its answer. */
  ask(request: Buffer, answered: (answer: RawAnswer) => void): void;
  end(): void;
}

/** Called with each answer's status and how long it took, in milliseconds. What it returns ends the run. */
type Record = (status: number, ms: number) => Error | undefined;

const HEAD_END = "\r\n\r\n";
const SILENCE_MS = 20_000;

/**
 * One connection that makes the `next()` request again and again, each once the last is answered, until there is
 * no next. Rejects as `openConnection` fails, or when `record` returns an error.
 */
export function askInTurn(port: number, next: () => Buffer | undefined, record: Record): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = openConnection(port, reject);
    const go = () => {
      const request = next();
      if (request === undefined) {
        resolve();
        connection.end();
        return;
      }
      const started = performance.now();
      connection.ask(request, ({ status }) => {
        const refusal = record(status, performance.now() - started);
        if (!refusal) {
          go();
          return;
        }
        reject(refusal);
        connection.end();
      });
    };
    go();
  });
}

/**
 * Reads no more of HTTP than Express' answers need, since it shares the machine with what it measures. `fail` is
 * told when the connection breaks, stays silent for 20 s with a request unanswered, or answers without
 * Content-Length.
 */
export function openConnection(port: number, fail: (error: Error) => void): Connection {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  let waiting: ((answer: RawAnswer) => void) | undefined;
  let received = "";
  const answered = (answer: RawAnswer) => {
    const settle = waiting;
    received = "";
    waiting = undefined;
    socket.setTimeout(0);
    settle?.(answer);
  };
  socket.on("timeout", () => socket.destroy(new Error("No answer within 20 s")));
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
    const answer = readAnswer(socket, received);
    if (answer !== undefined) answered(answer);
  });
  socket.on("error", fail);
  socket.on("close", () => {
    if (waiting) fail(new Error("The connection was closed before an answer"));
  });
  return {
    ask: (request, settle) => {
      waiting = settle;
      socket.setTimeout(SILENCE_MS);
      socket.write(request);
    },
    end: () => socket.end(),
  };
}

/** A whole answer; undefined while some of it is still to come. */
function readAnswer(socket: Socket, received: string): RawAnswer | undefined {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end + 2))?.[1];
  if (length === undefined) {
    socket.destroy(new Error("An answer without Content-Length"));
    return undefined;
  }
  const start = end + HEAD_END.length;
  if (received.length < start + Number(length)) return undefined;
  return { status: Number(received.slice(9, 12)), body: received.slice(start) };
}
