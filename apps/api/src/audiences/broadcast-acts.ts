import { readClickedLinks, readRecipients } from "@sendex/pipeline/audiences/broadcast-results";
import { broadcastChecks } from "@sendex/pipeline/audiences/check-broadcast";
import { previewBroadcast, readBroadcast } from "@sendex/pipeline/audiences/broadcasts";
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  sendBroadcast,
} from "@sendex/pipeline/audiences/drive-broadcast";
import { decideSchema } from "./subject-test-schemas";
import { decideSubject } from "@sendex/pipeline/audiences/run-subject-test";
import { testBroadcast } from "@sendex/pipeline/audiences/test-broadcast";
import { presentLink, presentRecipient } from "@sendex/wire/audiences/broadcast";
import type { ErrorSlug } from "@sendex/core/error";
import type Joi from "joi";
import type { Exchange, Route } from "../http/endpoint";
import { pageQuery, readPage, readQuery } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import { broadcastId, readAddresses, readLook, readTime } from "./broadcast-read";
import {
  broadcastIdResponse,
  checksResponse,
  linksResponse,
  previewQuery,
  previewResponse,
  recipientsQuery,
  recipientsResponse,
  sendSchema,
  testResponse,
  testSchema,
} from "./broadcast-schemas";

const ONE = "/api/v1/broadcasts/:id";
/** What a call that sends is refused with beside. */
const SENDING: ErrorSlug[] = [
  "unprocessable_entity",
  "insufficient_credits",
  "account_suspended",
  "invalid_recipient",
  "payload_too_large",
];
const isLink = (text: string) => /^[0-9a-f]{32}$/.test(text);

type Act = (exchange: Exchange, id: string) => Promise<unknown>;

/** `/api/v1/broadcasts/:id/…`: sending a broadcast, stopping it, and what became of its mails. */
export const broadcastActRoutes: Route[] = [
  act("send", "Send a draft, now or at a time", send, sendSchema),
  act(
    "pause",
    "Pause a broadcast: nothing more of it is sent until it is resumed",
    ({ context, caller }, id) => pauseBroadcast(context, caller, id),
  ),
  act("resume", "Have a paused broadcast go on where it stood", ({ context, caller }, id) =>
    resumeBroadcast(context, caller, id),
  ),
  act(
    "decide",
    "End the wait of a test of two subjects: the rest gets this one, or the one that does better by now",
    decide,
    decideSchema,
  ),
  act("cancel", "Cancel a broadcast: a draft again, where it has not begun", ({ context, caller }, id) =>
    cancelBroadcast(context, caller, id),
  ),
  {
    surface: "sendex",
    path: `${ONE}/test`,
    endpoints: {
      POST: {
        need: "full",
        body: "json",
        run: test,
        doc: {
          id: "broadcasts.test",
          summary: "Send what a contact would get to a few addresses",
          body: testSchema,
          responses: { 200: testResponse },
          errors: SENDING,
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${ONE}/preview`,
    endpoints: {
      GET: {
        need: "full",
        run: preview,
        doc: {
          id: "broadcasts.preview",
          summary: "Look at what a contact would get",
          query: previewQuery,
          responses: { 200: previewResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${ONE}/checks`,
    endpoints: {
      GET: {
        need: "full",
        run: checks,
        doc: {
          id: "broadcasts.checks",
          summary: "Look at what stands in the way of a broadcast, and what to do about it",
          responses: { 200: checksResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${ONE}/recipients`,
    endpoints: {
      GET: {
        need: "full",
        run: recipients,
        doc: {
          id: "broadcasts.recipients",
          summary: "List the recipients of which something is so, the last mail first",
          query: recipientsQuery,
          responses: { 200: recipientsResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${ONE}/clicked-links`,
    endpoints: {
      GET: {
        need: "full",
        run: links,
        doc: {
          id: "broadcasts.clickedLinks",
          summary: "List the links that people followed, the most followed first",
          query: pageQuery(isLink),
          responses: { 200: linksResponse },
        },
      },
    },
  },
];

function act(name: string, summary: string, run: Act, body?: Joi.ObjectSchema): Route {
  return {
    surface: "sendex",
    path: `${ONE}/${name}`,
    endpoints: {
      POST: {
        need: "full",
        ...(body && { body: "optional" }),
        async run(exchange): Promise<Reply> {
          const id = broadcastId(exchange);
          await run(exchange, id);
          return { status: 200, body: { object: "broadcast", id } };
        },
        doc: {
          id: `broadcasts.${name}`,
          summary,
          ...(body && { body }),
          responses: { 200: broadcastIdResponse },
          errors: ["unprocessable_entity", "account_suspended"],
        },
      },
    },
  };
}

async function send(exchange: Exchange, id: string): Promise<void> {
  const { context, caller, parsed } = exchange;
  const { scheduled_at } = readFields(sendSchema, parsed.body ?? {});
  await sendBroadcast(context, caller, id, readTime(scheduled_at, exchange));
}

async function decide({ context, caller, parsed }: Exchange, id: string): Promise<void> {
  const { winner } = readFields(decideSchema, parsed.body ?? {});
  await decideSubject(context, caller, id, winner);
}

async function test(exchange: Exchange): Promise<Reply> {
  const { context, caller, parsed } = exchange;
  const { to = [], ...look } = readFields(testSchema, parsed.body);
  const asked = { to: readAddresses(to, "to"), ...readLook(look) };
  const ids = await testBroadcast(context, caller, broadcastId(exchange), asked);
  return { status: 200, body: { data: ids.map((id) => ({ id })) } };
}

async function preview(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const look = readLook(readQuery(previewQuery, exchange.query));
  const {
    subject,
    html = null,
    text = null,
  } = await previewBroadcast(context, caller, broadcastId(exchange), look);
  return { status: 200, body: { subject, html, text } };
}

async function checks(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const broadcast = await readBroadcast(context, caller, broadcastId(exchange));
  return { status: 200, body: { data: await broadcastChecks(context, broadcast) } };
}

async function recipients(exchange: Exchange): Promise<Reply> {
  const { context, caller } = exchange;
  const { type, email, bounce_type, ...page } = readQuery(recipientsQuery, exchange.query);
  const asked = {
    ...{ ...page, outcome: type },
    ...(email !== undefined && { address: email.toLowerCase() }),
    ...(bounce_type !== undefined && { bounceType: bounce_type }),
  };
  const { data, hasMore } = await readRecipients(context, caller, broadcastId(exchange), asked);
  const told = data.map((recipient) => presentRecipient(type, recipient));
  return { status: 200, body: { object: "list", data: told, has_more: hasMore } };
}

async function links(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const { data, hasMore } = await readClickedLinks(
    context,
    caller,
    broadcastId(exchange),
    readPage(query, isLink),
  );
  return { status: 200, body: { object: "list", data: data.map(presentLink), has_more: hasMore } };
}
