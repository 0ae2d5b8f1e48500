import { SendexError } from "@sendex/core/error";
import type { Person } from "@sendex/core/access";
import { isId } from "@sendex/crypto/token";
import { refusePartOfAccount } from "@sendex/pipeline/access/refuse";
import { acknowledge } from "@sendex/pipeline/alerts/acknowledge";
import { changeRules } from "@sendex/pipeline/alerts/change-rules";
import { type AlertMailChoice, chooseMail, readAlertMail } from "@sendex/pipeline/alerts/choose-mail";
import { getAlert, listAlerts, readRules } from "@sendex/pipeline/alerts/read";
import { presentAlert, presentRules } from "@sendex/wire/alerts/present";
import type { Exchange, Route } from "../http/endpoint";
import { readQuery } from "../http/list-query";
import type { Reply } from "../http/reply";
import { readFields } from "../http/shape";
import {
  alertListResponse,
  alertMailResponse,
  alertMailSchema,
  alertQuery,
  alertResponse,
  ruleListResponse,
  rulesSchema,
} from "./schemas";

const BASE = "/api/v1/alerts";

/** `/api/v1/alerts`: what the account is warned of by itself, by which rules, and who is mailed. The fixed names come before ids. */
export const alertRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      GET: {
        need: "full",
        run: list,
        doc: {
          id: "alerts.list",
          summary: "List the account's alerts, newest first",
          query: alertQuery,
          responses: { 200: alertListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/rules`,
    endpoints: {
      GET: {
        need: "full",
        run: rules,
        doc: {
          id: "alerts.rules.list",
          summary: "Which rules the account's alerts come from, and what each may be set to",
          responses: { 200: ruleListResponse },
        },
      },
      PATCH: {
        need: "full",
        role: "admin",
        body: "json",
        run: patchRules,
        doc: {
          id: "alerts.rules.update",
          summary: "Switch rules on or off, or set their thresholds",
          body: rulesSchema,
          responses: { 200: ruleListResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/mail`,
    endpoints: {
      GET: {
        need: "person",
        run: mail,
        doc: {
          id: "alerts.mail.get",
          summary: "Whether the account's alerts are mailed to you",
          responses: { 200: alertMailResponse },
        },
      },
      PATCH: {
        need: "person",
        role: "viewer",
        body: "json",
        run: patchMail,
        doc: {
          id: "alerts.mail.update",
          summary: "Choose whether the account's alerts are mailed to you",
          body: alertMailSchema,
          responses: { 200: alertMailResponse },
        },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        need: "full",
        run: get,
        doc: { id: "alerts.get", summary: "Read an alert", responses: { 200: alertResponse } },
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id/acknowledge`,
    endpoints: {
      POST: {
        need: "full",
        run: makeAcknowledged,
        doc: {
          id: "alerts.acknowledge",
          summary: "Say that you look after an alert; it closes by itself all the same",
          responses: { 200: alertResponse },
        },
      },
    },
  },
];

async function list({ context, caller, query }: Exchange): Promise<Reply> {
  const filter = readQuery(alertQuery, query);
  refusePartOfAccount(caller);
  const { data, hasMore } = await listAlerts(context, caller, filter);
  return { status: 200, body: { object: "list", data: data.map(presentAlert), has_more: hasMore } };
}

async function get(exchange: Exchange): Promise<Reply> {
  const id = alertId(exchange);
  return { status: 200, body: presentAlert(await getAlert(exchange.context, exchange.caller, id)) };
}

async function makeAcknowledged(exchange: Exchange): Promise<Reply> {
  const id = alertId(exchange);
  return { status: 200, body: presentAlert(await acknowledge(exchange.context, exchange.caller, id)) };
}

async function rules({ context, caller }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  return { status: 200, body: presentRules(await readRules(context, caller)) };
}

async function patchRules({ context, caller, parsed }: Exchange): Promise<Reply> {
  refusePartOfAccount(caller);
  const wishes = readFields(rulesSchema, parsed.body);
  return { status: 200, body: presentRules(await changeRules(context, caller, wishes)) };
}

async function mail({ context, caller }: Exchange): Promise<Reply> {
  const choice = await readAlertMail(context, caller.accountId, personOf(caller));
  return { status: 200, body: presentMail(choice) };
}

async function patchMail({ context, caller, parsed }: Exchange): Promise<Reply> {
  const { wanted = false } = readFields(alertMailSchema, parsed.body);
  const choice = await chooseMail(context, caller.accountId, personOf(caller), wanted);
  return { status: 200, body: presentMail(choice) };
}

function presentMail({ wanted, chosen }: AlertMailChoice) {
  return { object: "alert_mail", wanted, chosen };
}

/** The path's, of a caller who may see the whole account. */
function alertId({ id, caller }: Exchange): string {
  refusePartOfAccount(caller);
  if (!isId("alr", id)) throw new SendexError("not_found", "There is no such alert.");
  return id;
}

/** Of a route that needs a person. */
function personOf({ person }: { person?: Person }): Person {
  if (!person) throw new SendexError("forbidden", "This takes a person who is signed in.");
  return person;
}
