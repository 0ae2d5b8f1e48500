import { Router, type NextFunction, type Request, type Response } from "express";
import type { Sandbox } from "../sandbox";
import type { Mail } from "../store/mail";
import { type Listed, listView } from "./listView";
import { mailView, VIEWS } from "./mailView";
import { inboxPage } from "./page";
import { readMail } from "./readMail";
import { SCRIPT } from "./script";
import { STYLE } from "./style";

/** Mails in the list at a time. */
const MAX_LISTED = 100;

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The web inbox: what was sent, for people to look at. */
export function inboxRoutes(sandbox: Sandbox): Router {
  const router = Router();
  router.use(guard);
  router.get("/", (request, response) => {
    const query = queryOf(request);
    const before = beforeOf(request);
    const total = sandbox.ledger.inboxSize();
    const list = listView(matching(sandbox, query, before), null, query);
    response
      .type("html")
      .send(inboxPage({ title: "Sendex sandbox", query, before, total, list, mail: null, openId: null }));
  });
  router.get("/inbox/list", (request, response) => {
    const open = textParam(request, "open");
    const query = queryOf(request);
    response.set("X-Total", String(sandbox.ledger.inboxSize()));
    response.type("html").send(listView(matching(sandbox, query, beforeOf(request)), open, query).markup);
  });
  router.get("/inbox.css", (_request, response) => void response.type("css").send(STYLE));
  router.get("/inbox.js", (_request, response) => void response.type("js").send(SCRIPT));
  router.get("/mail/:id", (request, response, next) => showMail(sandbox, request, response, next));
  router.get("/mail/:id/body", (request, response, next) => showBody(sandbox, request, response, next));
  router.get("/mail/:id/raw", (request, response, next) => downloadRaw(sandbox, request, response, next));
  router.get("/mail/:id/attachment/:n", (request, response, next) =>
    downloadPart(sandbox, request, response, next),
  );
  return router;
}

function guard(_request: Request, response: Response, next: NextFunction): void {
  response.set({
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  });
  next();
}

function queryOf(request: Request): string {
  return textParam(request, "q").trim();
}

function textParam(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === "string" ? value : "";
}

/** The place in the ledger that the list begins below; undefined: it begins with the newest mail. */
function beforeOf(request: Request): number | undefined {
  return Number(textParam(request, "before")) || undefined;
}

function matching(sandbox: Sandbox, query: string, before = Infinity): Listed {
  const wanted = query.toLowerCase();
  const mails: Mail[] = [];
  for (const mail of sandbox.ledger.inbox()) {
    if (mail.n >= before || !textOf(mail).toLowerCase().includes(wanted)) continue;
    if (mails.length === MAX_LISTED) return { mails, more: true };
    mails.push(mail);
  }
  return { mails, more: false };
}

function textOf({ from, subject, to, people }: Mail): string {
  return [from, subject, ...to, people?.from, people?.to, people?.cc].join("\n");
}

async function showMail(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const mail = find(sandbox, request);
  if (mail === undefined) {
    next();
    return;
  }
  const query = queryOf(request);
  const raw = await sandbox.rawStore.get(mail.raw);
  const parts = raw === null ? null : await readMail(raw);
  const view = VIEWS.find((name) => name === request.query["view"]) ?? null;
  const images = request.query["images"] === "1";
  response.type("html").send(
    inboxPage({
      title: mail.subject === "" ? "Sendex sandbox" : mail.subject,
      query,
      before: undefined,
      total: sandbox.ledger.inboxSize(),
      list: listView(matching(sandbox, query), mail.messageId, query),
      mail: mailView({ mail, raw, parts, view, images }),
      openId: mail.messageId,
    }),
  );
}

/** The mail's own HTML, for the preview's frame: a document that may do nothing, also when opened by itself. */
async function showBody(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const mail = find(sandbox, request);
  const raw = mail === undefined ? null : await sandbox.rawStore.get(mail.raw);
  const parts = raw === null ? null : await readMail(raw);
  if (parts?.html == null) {
    next();
    return;
  }
  const images = request.query["images"] === "1" ? "data: https: http:" : "data:";
  response.set(
    "Content-Security-Policy",
    `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src ${images}; frame-ancestors 'self'`,
  );
  response.type("html").send(parts.html);
}

async function downloadRaw(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const mail = find(sandbox, request);
  const raw = mail === undefined ? null : await sandbox.rawStore.get(mail.raw);
  if (mail === undefined || raw === null) {
    next();
    return;
  }
  response.attachment(`${mail.messageId}.eml`).type("message/rfc822").send(raw);
}

async function downloadPart(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const mail = find(sandbox, request);
  const raw = mail === undefined ? null : await sandbox.rawStore.get(mail.raw);
  const parts = raw === null ? null : await readMail(raw);
  const attachment = parts?.attachments[Number(request.params["n"])];
  if (attachment === undefined) {
    next();
    return;
  }
  response.attachment(attachment.name).type("application/octet-stream").send(attachment.bytes);
}

function find(sandbox: Sandbox, request: Request): Mail | undefined {
  return sandbox.ledger.find(String(request.params["id"]));
}
