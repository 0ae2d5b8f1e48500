import { SendexError } from "@sendex/core/error";
import { receiveNotification } from "@sendex/pipeline/reports/receive";
import type { Express, Request, Response } from "express";
import { answer } from "../http/answer";
import { callOf } from "../http/call";
import type { Edge } from "../http/endpoint";
import { letBodyCome } from "../http/expect-continue";
import { readBody } from "../http/body/read";

/** SNS messages have at most 256 KB; escaped inside their envelope they can double. */
const MAX_NOTIFICATION_BYTES = 512 * 1024;
const PATH = "/api/ses-notifications";

/**
 * Where Amazon SNS (or the sandbox in its place) posts what became of a mail. No key: the signature is checked. SNS
 * takes any 4xx as delivered, so a 403 means that the check ran and failed; trouble is a 503.
 */
export function mountNotifications(app: Express, edge: Edge): void {
  const { context } = edge;
  app.all(PATH, async (request, response) => {
    callOf(request).route = PATH;
    if (request.method !== "POST") {
      throw new SendexError("method_not_allowed", "Only POST is allowed here.", { allow: ["POST"] });
    }
    const outcome = await receiveNotification(context, await readText(edge, request, response));
    if (outcome === "forged") throw new SendexError("forbidden", "The notification is not from our topic.");
    answer(context.log, request, response, { status: 200, body: { status: "ok" } });
  });
}

async function readText({ budget }: Edge, request: Request, response: Response): Promise<string> {
  letBodyCome(request, response);
  const limits = { maxBytes: MAX_NOTIFICATION_BYTES, freeBytes: MAX_NOTIFICATION_BYTES, budget };
  const { bytes, release } = await readBody(request, limits);
  release?.();
  callOf(request).unread = false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
