import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";

/** Answer to a request whose body is sent piece by piece, and how much of it had been handed to the network by then. */
export interface RawAnswer {
  /** 0: the connection broke before any answer. */
  status: number;
  sentBytes: number;
}

/** POSTs `body` and reports the status, as soon as there is one, however much of the body has gone. */
export function postRaw(url: string, body: Buffer, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const all = { "content-type": "application/json", "content-length": String(body.length), ...headers };
    const outgoing = httpRequest(url, { method: "POST", headers: all, agent: false });
    const done = (status: number) => {
      resolve({ status, sentBytes: Math.max(0, outgoing.socket?.bytesWritten ?? 0) });
    };
    outgoing.on("response", (answer: IncomingMessage) => {
      done(answer.statusCode ?? 0);
      answer.resume();
      answer.on("error", () => undefined);
    });
    outgoing.on("error", () => done(0));
    outgoing.end(body);
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
