import { type Request, Router } from "express";
import type { QueryContext } from "./queryAction";
import { Refusal } from "./refusal";
import type { Listed, ListedReason, ListQuery } from "./suppressionList";
import { handle, parseJson, type Json } from "./v2";

const PATH = "/email/suppression/addresses";
const MAX_PAGE = 1000;

/** The account-level suppression list. https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html */
export function suppressionRoutes(context: QueryContext): Router {
  const router = Router();
  const { suppressionList } = context;
  router.get(PATH, (request, response) =>
    handle(context, "ListSuppressedDestinations", request, response, () => {
      const { entries, more } = suppressionList.page(readQuery(request));
      const next = more ? entries.at(-1)?.address : undefined;
      return {
        SuppressedDestinationSummaries: entries.map(summary),
        ...(next !== undefined && { NextToken: Buffer.from(next).toString("base64url") }),
      };
    }),
  );
  router.put(PATH, (request, response) =>
    handle(context, "PutSuppressedDestination", request, response, (body) => {
      const { EmailAddress, Reason } = parseJson(body);
      if (typeof EmailAddress !== "string" || !EmailAddress.includes("@"))
        throw new Refusal("InvalidParameterValue", "EmailAddress is not an email address.");
      suppressionList.put(EmailAddress, readReason(Reason));
      return {};
    }),
  );
  router.get(`${PATH}/:address`, (request, response) =>
    handle(context, "GetSuppressedDestination", request, response, () => {
      const listed = suppressionList.find(request.params.address);
      if (listed === undefined) throw notListed(request.params.address);
      const attributes = listed.messageId === null ? {} : { Attributes: { MessageId: listed.messageId } };
      return { SuppressedDestination: { ...summary(listed), ...attributes } };
    }),
  );
  router.delete(`${PATH}/:address`, (request, response) =>
    handle(context, "DeleteSuppressedDestination", request, response, () => {
      if (!suppressionList.remove(request.params.address)) throw notListed(request.params.address);
      return {};
    }),
  );
  return router;
}

function readQuery(request: Request): ListQuery {
  const query = new URL(request.url, "http://sandbox").searchParams;
  const size = Number(query.get("PageSize") ?? MAX_PAGE);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
    throw new Refusal("InvalidParameterValue", `PageSize must be from 1 to ${MAX_PAGE}.`);
  return {
    reasons: query.getAll("Reason"),
    from: readTime(query.get("StartDate"), 0),
    until: readTime(query.get("EndDate"), Infinity),
    after: Buffer.from(query.get("NextToken") ?? "", "base64url").toString(),
    limit: size,
  };
}

function readTime(text: string | null, absent: number): number {
  if (text === null) return absent;
  const ms = /^[\d.]+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(ms)) throw new Refusal("InvalidParameterValue", "A date is not one.");
  return ms;
}

function readReason(reason: unknown): ListedReason {
  if (reason === "BOUNCE" || reason === "COMPLAINT") return reason;
  throw new Refusal("InvalidParameterValue", "Reason must be BOUNCE or COMPLAINT.");
}

/** Times in SES v2's JSON are seconds since the epoch. */
function summary({ address, reason, updatedAt }: Listed): Json {
  return { EmailAddress: address, Reason: reason, LastUpdateTime: updatedAt / 1000 };
}

function notListed(address: string): Refusal {
  return new Refusal(
    "NotFoundException",
    `Email address ${address} does not exist on your suppression list.`,
    404,
  );
}
