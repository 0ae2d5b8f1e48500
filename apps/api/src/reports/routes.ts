import { SendexError } from "@sendex/core/error";
import { receiveNotification } from "@sendex/pipeline/reports/receive";
import type { Request, Response } from "express";
import type { Reply } from "../http/reply";
import { callOf } from "../http/call";
import type { Edge, PublicRoute } from "../http/endpoint";
import { letBodyCome } from "../http/expect-continue";
import { readBody } from "../http/body/read";

/** SNS messages have at most 256 KB; escaped inside their envelope they can double. */
const MAX_NOTIFICATION_BYTES = 512 * 1024;

/**
 * Where Amazon SNS (or the sandbox in its place) posts what became of a mail. No key: the signature is checked. SNS
 * takes any 4xx as delivered, so a 403 means that the check ran and failed; trouble is a 503.
 */
export const notificationRoutes: PublicRoute[] = [
  { surface: "public", path: "/api/ses-notifications", endpoints: { POST: { run: receive } } },
];

async function receive(edge: Edge, request: Request, response: Response): Promise<Reply> {
  const raw = {
    rawDelivery: request.get("x-amz-sns-rawdelivery"),
    topicArn: request.get("x-amz-sns-topic-arn"),
  };
  const outcome = await receiveNotification(edge.context, await readText(edge, request, response), raw);
  if (outcome === "forged") throw new SendexError("forbidden", "The notification is not from our topic.");
  return { status: 200, body: { status: "ok" } };
}

async function readText({ budget }: Edge, request: Request, response: Response): Promise<string> {
  letBodyCome(request, response);
  const limits = { maxBytes: MAX_NOTIFICATION_BYTES, freeBytes: MAX_NOTIFICATION_BYTES, budget };
  const { bytes, release } = await readBody(request, limits);
  release?.();
  callOf(request).unread = false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
