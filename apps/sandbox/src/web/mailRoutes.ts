import { Router, type Request, type Response } from "express";
import { isoTime } from "../clock";
import type { Sandbox } from "../sandbox";
import type { Mail } from "../store/mail";

const DEFAULT_MESSAGES = 50;
const MAX_MESSAGES = 1_000;
const MAX_LINES = 100_000;
/** Raw mail in one answer; beyond it `raw` is null. */
const MAX_RAW_BYTES = 64 * 1024 * 1024;

/** What the sandbox accepted, for tests: the inbox and the ledger. */
export function mailRoutes(sandbox: Sandbox): Router {
  const router = Router();
  router
    .route("/messages")
    .get((request, response) => listMessages(sandbox, request, response))
    .delete((_request, response) => {
      sandbox.ledger.clear(isoTime(sandbox.clock()));
      response.json({ messages: [], total: 0 });
    });
  router.get("/ledger", (request, response) => listLedger(sandbox, request, response));
  return router;
}

/** Mails of the inbox, newest first, that match: `to` an address, `subject` a part of the subject. */
function* findMail(sandbox: Sandbox, to: string, subject: string): Generator<Mail> {
  const address = to.toLowerCase();
  for (const mail of sandbox.ledger.inbox()) {
    const toFits = address === "" || mail.to.some((recipient) => recipient.toLowerCase() === address);
    if (toFits && mail.subject.includes(subject)) yield mail;
  }
}

async function listMessages(sandbox: Sandbox, request: Request, response: Response): Promise<void> {
  const limit = countParam(request, "limit", DEFAULT_MESSAGES, MAX_MESSAGES);
  const found = [...findMail(sandbox, param(request, "to"), param(request, "subject"))];
  const messages = [];
  let bytes = 0;
  for (const mail of found.slice(0, limit)) {
    const { messageId, at, from, to, subject, tags, configSet } = mail;
    bytes += mail.bytes;
    const raw = bytes > MAX_RAW_BYTES ? null : await sandbox.rawStore.get(mail.raw);
    messages.push({ messageId, at, from, to, subject, tags, configSet, raw: raw?.toString("utf8") ?? null });
  }
  response.json({ messages, total: found.length });
}

async function listLedger(sandbox: Sandbox, request: Request, response: Response): Promise<void> {
  await sandbox.ledger.flush();
  const counts = { ...sandbox.ledger.counts(), inbox: sandbox.ledger.inboxSize() };
  if (param(request, "counts") !== "") {
    response.json(counts);
    return;
  }
  const since = countParam(request, "since", 0, Number.MAX_SAFE_INTEGER);
  const lines = sandbox.ledger.lines(since, countParam(request, "limit", MAX_LINES, MAX_LINES));
  response.json({ ...counts, lines: lines.map(({ raw: _raw, ...line }) => line) });
}

function param(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === "string" ? value : "";
}

function countParam(request: Request, name: string, missing: number, most: number): number {
  const value = param(request, name);
  if (value === "") return missing;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`${name} must be a whole number from 0 up`);
  return Math.min(count, most);
}
