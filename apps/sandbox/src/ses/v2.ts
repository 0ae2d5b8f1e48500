import { Router, type Request, type Response } from "express";
import { sendAnswer, sendOutcome, type WireAnswer } from "../web/answer";
import { readBody } from "../web/body";
import { asCaller } from "../web/caller";
import { acceptMail } from "./accept";
import { composeMessage } from "./compose";
import type { QueryContext } from "./queryAction";
import { namedRefusal, Refusal, v2Name } from "./refusal";
import type { SendCall } from "./send";
import { withFault } from "./withFault";

/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const MAX_BYTES = 40 * 1024 * 1024;
/** Room for such a message in base64, and for one too large, which gets a proper refusal. */
const MAX_BODY_BYTES = 96 * 1024 * 1024;

/** The operations of SES v2 about mail that the product calls. https://docs.aws.amazon.com/ses/latest/APIReference-V2/ */
export function v2Routes(context: QueryContext): Router {
  const router = Router();
  router.post("/email/outbound-emails", (request, response) =>
    handle(context, "SendEmail", request, response, async (body) => ({
      MessageId: await acceptMail(asCaller(context, request), readSendEmail(parseJson(body))),
    })),
  );
  router.get("/email/account", (request, response) =>
    handle(context, "GetAccount", request, response, () => {
      const { max24HourSend, maxSendRate, sentLast24Hours } = context.quota.state();
      return {
        SendQuota: {
          Max24HourSend: max24HourSend,
          MaxSendRate: maxSendRate,
          SentLast24Hours: sentLast24Hours,
        },
        SendingEnabled: true,
        ProductionAccessEnabled: true,
        EnforcementStatus: "HEALTHY",
        DedicatedIpAutoWarmupEnabled: false,
      };
    }),
  );
  return router;
}

export type Json = Record<string, unknown>;

/** Answers one operation, under the faults set for it. */
export async function handle(
  context: QueryContext,
  operation: string,
  request: Request,
  response: Response,
  perform: (body: Buffer) => Json | Promise<Json>,
): Promise<void> {
  try {
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === null)
      throw new Refusal("RequestEntityTooLargeException", "Request entity is too large.", 413);
    if (request.headers.authorization === undefined) throw namedRefusal("MissingAuthenticationToken");
    const outcome = await withFault(context.faults, operation, async () =>
      jsonAnswer(200, await perform(body)),
    );
    sendOutcome(response, outcome, () => jsonAnswer(200, {}));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { type, status } = v2Name(error);
    sendAnswer(response, jsonAnswer(status, { message: error.message }, { "x-amzn-ErrorType": type }));
  }
}

function jsonAnswer(status: number, body: Json, headers: Record<string, string> = {}): WireAnswer {
  return { status, contentType: "application/json", headers, body: JSON.stringify(body) };
}

/** Throws Refusal on what is no JSON. */
export function parseJson(body: Buffer): Json {
  try {
    return JSON.parse(body.toString("utf8")) as Json;
  } catch {
    throw new Refusal("SerializationException", "The request body is not JSON.");
  }
}

/** The fields of SendEmail that the stand-in reads. */
interface SendEmailBody {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  ReplyToAddresses?: string[];
  ConfigurationSetName?: string;
  EmailTags?: { Name?: string; Value?: string }[];
  Content?: {
    Raw?: { Data?: string };
    Simple?: { Subject?: { Data?: string }; Body?: { Text?: { Data?: string }; Html?: { Data?: string } } };
  };
}

function readSendEmail(body: SendEmailBody): SendCall {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = body.Destination ?? {};
  const destinations = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  return {
    operation: "SendEmail",
    raw: readRaw(body),
    source: body.FromEmailAddress ?? null,
    destinations: destinations.length === 0 ? null : destinations,
    configSet: body.ConfigurationSetName ?? null,
    tags: (body.EmailTags ?? []).map(({ Name = "", Value = "" }) => ({ name: Name, value: Value })),
    maxBytes: MAX_BYTES,
  };
}

function readRaw({ Content, FromEmailAddress = "", Destination, ReplyToAddresses }: SendEmailBody): Buffer {
  if (Content?.Raw?.Data !== undefined) return Buffer.from(Content.Raw.Data, "base64");
  const simple = Content?.Simple;
  if (simple === undefined) throw new Refusal("InvalidParameterValue", "Content must be Raw or Simple.");
  return composeMessage({
    from: FromEmailAddress,
    to: Destination?.ToAddresses ?? [],
    cc: Destination?.CcAddresses ?? [],
    replyTo: ReplyToAddresses ?? [],
    subject: simple.Subject?.Data ?? "",
    text: simple.Body?.Text?.Data,
    html: simple.Body?.Html?.Data,
  });
}
