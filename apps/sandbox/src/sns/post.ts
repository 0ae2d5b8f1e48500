import { Agent, request } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";

export interface Poster {
  /** POSTs as SNS does; resolves with the status. Rejects when refused, broken or not answered in 15 s. */
  post(url: string, body: string, headers: Record<string, string>): Promise<number>;
  close(): void;
}

/** A kept connection that the receiver had closed meanwhile: says nothing about the receiver, so one fresh try. */
class StaleConnection extends Error {}

/** How long SNS waits for an answer. https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html */
const TIMEOUT_MS = 15_000;

/** An HTTP client with kept connections, at most `sockets` of them. */
export function createPoster(sockets: number): Poster {
  const agents = {
    plain: new Agent({ keepAlive: true, maxSockets: sockets }),
    tls: new TlsAgent({ keepAlive: true, maxSockets: sockets }),
  };
  const once = (url: string, body: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const secure = url.startsWith("https:");
      const options = { method: "POST", headers, agent: secure ? agents.tls : agents.plain };
      const sent = secure ? tlsRequest(url, options) : request(url, options);
      const timer = setTimeout(() => sent.destroy(new Error("no answer in time")), TIMEOUT_MS);
      sent.on("response", (answer) => {
        answer.resume();
        answer.on("error", reject);
        answer.on("close", () => {
          clearTimeout(timer);
          resolve(answer.statusCode ?? 0);
        });
      });
      sent.on("error", (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        reject(sent.reusedSocket && error.code === "ECONNRESET" ? new StaleConnection() : error);
      });
      sent.end(body);
    });

  return {
    post: (url, body, headers) =>
      once(url, body, headers).catch((error: unknown) => {
        if (error instanceof StaleConnection) return once(url, body, headers);
        throw error;
      }),
    close() {
      agents.plain.destroy();
      agents.tls.destroy();
    },
  };
}
