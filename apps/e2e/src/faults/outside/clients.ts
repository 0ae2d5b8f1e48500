import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";

/** Answer to a request whose body goes piece by piece, and how much of it the far side had taken off the line by then. */
export interface RawAnswer {
  /** 0: the connection broke before any answer. */
  status: number;
  /** What the buffers of both sides hold counts too. */
  takenBytes: number;
}

const PIECE_BYTES = 256 * 1024;

/** POSTs `body` no faster than it is taken, until there is an answer. */
export function postRaw(url: string, body: Buffer, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const all = { "content-type": "application/json", "content-length": String(body.length), ...headers };
    const outgoing = httpRequest(url, { method: "POST", headers: all, agent: false });
    let takenBytes = 0;
    let isOver = false;
    const finish = (status: number): void => {
      isOver = true;
      resolve({ status, takenBytes });
    };
    const say = (): void => {
      if (isOver) return;
      if (takenBytes >= body.length) return void outgoing.end();
      const piece = body.subarray(takenBytes, takenBytes + PIECE_BYTES);
      outgoing.write(piece, () => {
        takenBytes += piece.length;
        // Whoever reads as fast as this writes would else keep it from seeing the answer.
        setImmediate(say);
      });
    };
    outgoing.on("response", (answer: IncomingMessage) => {
      finish(answer.statusCode ?? 0);
      answer.on("error", () => undefined).resume();
      answer.on("close", () => outgoing.destroy());
    });
    outgoing.on("error", () => finish(0));
    outgoing.once("socket", say);
  });
}

/** A client that hardly says anything, for as long as it is let, and then comes again. */
export interface SlowClient {
  isOpen(): boolean;
  close(): void;
}

export interface SlowSpeech {
  /** Said at once. */
  head: string;
  /** Said a byte at a time, over and over. */
  drip: string;
}

const BYTE_EVERY_MS = 2_000;
const AGAIN_MS = 1_000;

/** Resolves once its first connection stands or was refused. */
export function openSlowClient(url: string, { head, drip }: SlowSpeech): Promise<SlowClient> {
  const { hostname: host, port } = new URL(url);
  let socket: Socket;
  let [said, isOpen, isOver] = [0, false, false];
  const timer = setInterval(() => {
    if (isOpen) socket.write(drip.charAt((said += 1) % drip.length));
  }, BYTE_EVERY_MS);
  const client: SlowClient = {
    isOpen: () => isOpen,
    close() {
      isOver = true;
      clearInterval(timer);
      socket.destroy();
    },
  };
  return new Promise((resolve) => {
    const open = (): void => {
      if (isOver) return;
      socket = connect({ host, port: Number(port) });
      socket.on("error", () => undefined);
      socket.on("data", () => undefined);
      socket.once("connect", () => {
        isOpen = true;
        socket.write(head);
        resolve(client);
      });
      socket.once("close", () => {
        isOpen = false;
        resolve(client);
        setTimeout(open, AGAIN_MS);
      });
    };
    open();
  });
}
