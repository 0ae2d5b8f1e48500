import express, { Router, type NextFunction, type Request, type Response } from "express";
import { isoTime } from "../clock";
import { readRecord } from "../dns/records";
import { DOMAIN_MAIL } from "../dns/zones";
import { bareAddress } from "../mime/address";
import { parseHeaders } from "../mime/headers";
import type { Sandbox } from "../sandbox";
import { DETAIL_KEYS, type EventType } from "../ses/eventDetail";
import { readFaultSpec } from "../ses/faults";
import type { IdentityStatus } from "../ses/identities";
import { INBOUND_SUBJECT, inboundNotification } from "../ses/inbound";
import { publishEvent } from "../ses/publish";
import { mailRoutes } from "./mailRoutes";

/** SES receives messages of up to 40 MB. */
const MAX_INBOUND = "40mb";

/** The control calls of tests and people, under /_sandbox. A bad value is a 400 that says which. */
export function controlRoutes(sandbox: Sandbox): Router {
  const router = Router();
  router.use(refuseOtherSites);
  router.post("/inbound", express.raw({ type: () => true, limit: MAX_INBOUND }), (request, response) =>
    receive(sandbox, request, response),
  );
  router.use(express.json({ type: () => true }));
  router.use(mailRoutes(sandbox));
  router
    .route("/faults")
    .post((request, response) => void response.json(sandbox.faults.add(readFaultSpec(bodyOf(request)))))
    .get((_request, response) => void response.json({ faults: sandbox.faults.list() }))
    .delete((_request, response) => {
      sandbox.faults.clear();
      response.json({ faults: [] });
    });
  router
    .route("/quota")
    .post((request, response) => setQuota(sandbox, request, response))
    .get((_request, response) => void response.json(sandbox.quota.state()));
  router
    .route("/dns")
    .post((request, response) => setDns(sandbox, request, response))
    .get((_request, response) => void response.json(sandbox.zones.list()))
    .delete((_request, response) => {
      sandbox.records.clear();
      response.json({ records: [] });
    });
  router.post("/domains", (request, response) => setDomain(sandbox, request, response));
  router
    .route("/sns")
    .post((request, response) => setSns(sandbox, request, response))
    .get((_request, response) => void response.json(sandbox.topic.state()));
  router.post("/events", (request, response) => makeEvent(sandbox, request, response));
  router.use(badRequest);
  return router;
}

/** A web page open in a browser on this machine must not steer the sandbox. */
function refuseOtherSites(request: Request, response: Response, next: NextFunction): void {
  const site = request.headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return next();
  response.status(403).json({ error: "forbidden", message: "Calls from other sites are refused." });
}

function bodyOf(request: Request): Record<string, unknown> {
  const body: unknown = request.body;
  if (typeof body === "object" && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new TypeError("the body must be a JSON object");
}

function setQuota(sandbox: Sandbox, request: Request, response: Response): void {
  const body = bodyOf(request);
  const changes = Object.fromEntries(
    (["maxSendRate", "max24HourSend", "sentLast24Hours"] as const)
      .filter((name) => body[name] !== undefined)
      .map((name) => [name, numberOf(name, body[name])]),
  );
  sandbox.quota.set(changes);
  response.json(sandbox.quota.state());
}

function numberOf(name: string, value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  throw new TypeError(`${name} must be a number from 0 up`);
}

/** A domain's mail, or a record, in the form that the product shows it in. */
function setDns(sandbox: Sandbox, request: Request, response: Response): void {
  const body = bodyOf(request);
  if (body["type"] !== undefined) {
    sandbox.records.publish(readRecord(body));
    response.json({ records: sandbox.records.list() });
    return;
  }
  const { domain, mx } = body;
  const mail = DOMAIN_MAIL.find((known) => known === mx);
  if (mail === undefined) throw new TypeError(`mx must be one of ${DOMAIN_MAIL.join(", ")}`);
  sandbox.zones.set(stringOf("domain", domain), mail);
  response.json(sandbox.zones.list());
}

function stringOf(name: string, value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  throw new TypeError(`${name} must be a string`);
}

const STATUSES: Record<string, IdentityStatus> = {
  verified: "Success",
  pending: "Pending",
  failed: "Failed",
};

function setDomain(sandbox: Sandbox, request: Request, response: Response): void {
  const { domain, status = "verified" } = bodyOf(request);
  const wanted = STATUSES[stringOf("status", status)];
  if (wanted === undefined) throw new TypeError(`status must be one of ${Object.keys(STATUSES).join(", ")}`);
  const identity = sandbox.identities.set(stringOf("domain", domain).toLowerCase(), wanted);
  response.json({ domain: identity.domain, status: sandbox.identities.statusOf(identity) });
}

function setSns(sandbox: Sandbox, request: Request, response: Response): void {
  const { signatureVersion, notifyUrl } = bodyOf(request);
  if (signatureVersion !== undefined) {
    const version = signatureVersion === 1 ? "1" : signatureVersion === 2 ? "2" : signatureVersion;
    if (version !== "1" && version !== "2") throw new TypeError("signatureVersion must be 1 or 2");
    sandbox.topic.setSignatureVersion(version);
  }
  if (notifyUrl !== undefined) {
    const url = stringOf("notifyUrl", notifyUrl);
    if (!/^https?:/.test(url) || !URL.canParse(url)) throw new TypeError("notifyUrl must be an http URL");
    sandbox.topic.subscribe(url);
  }
  response.json(sandbox.topic.state());
}

/** The type's usual details, with every other field of the body put over them. */
async function makeEvent(sandbox: Sandbox, request: Request, response: Response): Promise<void> {
  const { messageId, type, recipient, ...fields } = bodyOf(request);
  const mail = sandbox.ledger.find(stringOf("messageId", messageId));
  if (mail === undefined) {
    response.status(404).json({ error: "not_found", message: "No such message was accepted." });
    return;
  }
  const raw = await sandbox.rawStore.get(mail.raw);
  publishEvent(sandbox, mail, raw === null ? [] : parseHeaders(raw), {
    type: eventType(type),
    recipient: recipient === undefined ? (mail.to[0] ?? "") : bareAddress(stringOf("recipient", recipient)),
    fields,
  });
  response.status(202).json({ published: type });
}

function eventType(value: unknown): EventType {
  const name = value === "RenderingFailure" ? "Rendering Failure" : value;
  if (typeof name === "string" && Object.hasOwn(DETAIL_KEYS, name)) return name as EventType;
  throw new TypeError(`type must be one of ${Object.keys(DETAIL_KEYS).join(", ")}`);
}

function receive(sandbox: Sandbox, request: Request, response: Response): void {
  const raw: unknown = request.body;
  if (!Buffer.isBuffer(raw) || raw.length === 0) throw new TypeError("the body must be a raw message");
  const now = sandbox.clock();
  const recipients = [request.query["recipient"] ?? []].flat().map(String);
  const notification = inboundNotification({ raw, recipients, topicArn: sandbox.topicArn, now });
  sandbox.topic.publish(INBOUND_SUBJECT, () => JSON.stringify(notification));
  response.status(202).json({ published: "Received", at: isoTime(now) });
}

function badRequest(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  const isJsonError = error instanceof SyntaxError;
  if (!(error instanceof TypeError) && !isJsonError) return next(error);
  response.status(400).json({ error: "bad_request", message: error.message });
}
