import type { Request, Response } from "express";
import { confirmSubscription, subscribe, unsubscribe } from "../sns/actions";
import { sendAnswer, sendOutcome } from "../web/answer";
import { readBody } from "../web/body";
import { asCaller } from "../web/caller";
import * as identity from "./identityActions";
import type { QueryAction, QueryContext } from "./queryAction";
import { readQueryParams } from "./queryParams";
import { errorXml, resultXml, SES_NAMESPACE, SNS_NAMESPACE } from "./queryXml";
import { namedRefusal, Refusal } from "./refusal";
import { sendEmail, sendRawEmail } from "./sendActions";
import { withFault } from "./withFault";

/** Room for the largest message after base64 and URL encoding, and for one too large, which gets a proper refusal. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

const getSendQuota: QueryAction = ({ quota }) => {
  const { max24HourSend, maxSendRate, sentLast24Hours } = quota.state();
  return { Max24HourSend: max24HourSend, MaxSendRate: maxSendRate, SentLast24Hours: sentLast24Hours };
};

const SES_ACTIONS: Record<string, QueryAction> = {
  SendRawEmail: sendRawEmail,
  SendEmail: sendEmail,
  GetSendQuota: getSendQuota,
  VerifyDomainIdentity: identity.verifyDomainIdentity,
  VerifyDomainDkim: identity.verifyDomainDkim,
  GetIdentityVerificationAttributes: identity.getIdentityVerificationAttributes,
  GetIdentityDkimAttributes: identity.getIdentityDkimAttributes,
  DeleteIdentity: identity.deleteIdentity,
  ListIdentities: identity.listIdentities,
  SetIdentityMailFromDomain: identity.setIdentityMailFromDomain,
  GetIdentityMailFromDomainAttributes: identity.getIdentityMailFromDomainAttributes,
};

const SNS_ACTIONS: Record<string, QueryAction> = {
  ConfirmSubscription: confirmSubscription,
  Subscribe: subscribe,
  Unsubscribe: unsubscribe,
};

/** Answers a call of the SES v1 or SNS Query API. */
export async function handleQuery(
  context: QueryContext,
  request: Request,
  response: Response,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES);
  let namespace = SES_NAMESPACE;
  try {
    if (body === null) throw new Refusal("RequestEntityTooLarge", "Request entity is too large.", 413);
    const params = readQueryParams(body);
    const name = params.get("Action");
    if (name !== undefined && Object.hasOwn(SNS_ACTIONS, name)) namespace = SNS_NAMESPACE;
    if (request.headers.authorization === undefined) throw namedRefusal("MissingAuthenticationToken");
    const { action, actionName } = findAction(name);
    const outcome = await withFault(context.faults, actionName, async () =>
      resultXml(namespace, actionName, await action(asCaller(context, request), params)),
    );
    sendOutcome(response, outcome, () => resultXml(namespace, actionName, {}));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendAnswer(response, errorXml(namespace, error));
  }
}

function findAction(name: string | undefined): { action: QueryAction; actionName: string } {
  if (name === undefined) throw new Refusal("MissingAction", "The request is missing an action.");
  const actions = { ...SES_ACTIONS, ...SNS_ACTIONS };
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new Refusal("InvalidAction", `Could not find operation ${name}`);
  return { action, actionName: name };
}
