import { randomUUID } from "node:crypto";
import type { Response } from "express";
import type { Outcome } from "../ses/withFault";

/** An answer ready for the wire. */
export interface WireAnswer {
  status: number;
  contentType: string;
  headers: Record<string, string>;
  body: string;
}

/** Sends an operation's outcome: an answer, something that is none, or the ways to give none. */
export function sendOutcome(response: Response, outcome: Outcome<WireAnswer>, empty: () => WireAnswer): void {
  switch (outcome.kind) {
    case "done":
      return sendAnswer(response, outcome.result);
    case "EmptyId":
      return sendAnswer(response, empty());
    case "garbage":
      return void response.status(200).type("text/html").send("<html><body>upstream said nothing of use");
    case "reset":
      return void response.socket?.resetAndDestroy();
    case "timeout":
      return;
  }
}

export function sendAnswer(response: Response, { status, contentType, headers, body }: WireAnswer): void {
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(body),
    "x-amzn-RequestId": randomUUID(),
    ...headers,
  });
  response.end(body);
}
