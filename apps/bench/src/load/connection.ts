import { connect, type Socket } from "node:net";

/** Called with each answer's status and how long it took, in milliseconds. What it returns ends the run. */
type Record = (status: number, ms: number) => Error | undefined;

const HEAD_END = "\r\n\r\n";
const SILENCE_MS = 20_000;

/**
 * One keep-alive connection that posts `next()` again and again, each once the last is answered, until there is
 * no next. Reads no more of HTTP than Express' answers need, since it shares the machine with what it measures.
 * Rejects when the connection breaks, stays silent for 20 s, or answers without Content-Length.
 */
export function postInTurn(port: number, next: () => Buffer | undefined, record: Record): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true });
    let started = 0;
    let received = "";
    const post = () => {
      const request = next();
      if (request === undefined) return void socket.end(resolve);
      started = performance.now();
      socket.write(request);
    };
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error("No answer within 20 s")));
    socket.once("connect", post);
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const answer = readAnswer(socket, received);
      if (answer === undefined) return;
      received = "";
      const refusal = record(answer.status, performance.now() - started);
      if (refusal) socket.destroy(refusal);
      else post();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The connection was closed before an answer")));
  });
}

/** The status of a whole answer; undefined while some of it is still to come. */
function readAnswer(socket: Socket, received: string): { status: number } | undefined {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end + 2))?.[1];
  if (length === undefined) {
    socket.destroy(new Error("An answer without Content-Length"));
    return undefined;
  }
  if (received.length < end + HEAD_END.length + Number(length)) return undefined;
  return { status: Number(received.slice(9, 12)) };
}
