import { domainOf } from "@sendex/core/address";
import { SendexError } from "@sendex/core/error";
import { decideReplay } from "@sendex/core/idempotency";
import { type Dialect, type Draft, recipientsOf, SES_V2_MAX_BYTES } from "@sendex/core/message";
import { inScope } from "@sendex/core/permission";
import type { NewMessage, Submission } from "@sendex/data/accept-messages";
import type { Tenant } from "@sendex/data/api-keys";
import { verifiedAmong } from "@sendex/data/domains";
import { findAnswer, type KnownAnswer } from "@sendex/data/idempotency-keys";
import { composedSize } from "@sendex/render/mime-size";
import type { Context } from "./context";
import { emit } from "./emit";
import { newMessage } from "./new-message";
import { orUnavailable } from "./unavailable";

/** One call of a sending endpoint, parsed but not yet understood. */
export interface AcceptRequest {
  caller: Tenant;
  /** The surface, and with it the ladder. */
  dialect: Dialect;
  idempotencyKey?: string;
  /** Of the canonical parsed body without the key. */
  fingerprint: string;
  /**
   * The drafts in the body. Called once standing and replay are settled.
   * `indexes[i]` is the place in the request of `drafts[i]`; `errors` are the items left out (permissive batches).
   * @throws SendexError bad_request with fields
   */
  readDrafts: (
    now: Date,
    defaultFrom: string | null,
  ) => { drafts: Draft[]; errors: ItemError[]; indexes: number[] };
  /** The answer's body. */
  present: (messages: AcceptedMessage[], errors: ItemError[]) => object;
  /** Problems name their item. */
  batch?: boolean;
  /** An item with a problem is reported in the answer and the others go on. */
  permissive?: boolean;
}

export interface ItemError {
  index: number;
  message: string;
}

export interface AcceptedMessage {
  id: string;
  status: "queued" | "scheduled";
  createdAt: Date;
  scheduledAt: Date | null;
  draft: Draft;
}

export interface Accepted {
  status: number;
  /** JSON, byte for byte what a replay answers too. */
  body: string;
  replayed: boolean;
}

const ACCEPTED = 202;
/** How long a fresh message is left to the process that accepted it before the scheduler admits it again. */
const FRESH_MS = 5_000;
/** A rival holds our key and then gives it up (its transaction failed): try again so often. */
const MAX_TRIES = 3;

/**
 * Accepts messages: resolves once they are durable, and tells the queue without waiting for it.
 * The order of checks is CONTRACT "Accepting a message" from the idempotency key on; what precedes is the API's.
 * @throws SendexError idempotency_conflict, account_suspended, bad_request, forbidden, unprocessable_entity,
 *   invalid_recipient, payload_too_large, service_unavailable
 */
export async function accept(context: Context, request: AcceptRequest): Promise<Accepted> {
  const started = context.clock();
  const known = await replay(context, request);
  if (known) return known;
  if (request.caller.standing === "suspended") throw suspended();
  const reading = request.readDrafts(started, request.caller.defaultFrom);
  const checked = await checkItems(context, request, reading);
  const messages = checked.drafts.map((draft) => newMessage(context, request, draft, started));
  const body = JSON.stringify(request.present(messages.map(accepted), checked.errors));
  const answer = await store(
    context,
    request,
    messages.map(({ row }) => row),
    body,
  );
  const { dialect } = request;
  context.meters.time("accept_seconds", (context.clock().getTime() - started.getTime()) / 1000, { dialect });
  return answer;
}

async function replay(context: Context, request: AcceptRequest): Promise<Accepted | undefined> {
  const { caller, dialect, idempotencyKey: key } = request;
  if (key === undefined) return undefined;
  const { accountId, mode } = caller;
  const known = await orUnavailable(() =>
    findAnswer(context.data, { accountId, mode, surface: dialect, key }),
  );
  return known && replayOf(known, request);
}

function replayOf(known: KnownAnswer, request: AcceptRequest): Accepted {
  if (decideReplay(known, request.fingerprint, request.dialect) === "conflict")
    throw new SendexError(
      "idempotency_conflict",
      "This idempotency key was used with another request body. Use a new key for a new message.",
    );
  return { status: known.status, body: known.response, replayed: true };
}

interface Items {
  drafts: Draft[];
  errors: ItemError[];
  indexes: number[];
}

/** Scope, domain, MX and size; the first problem answers, or in a permissive batch becomes that item's error. */
async function checkItems(context: Context, request: AcceptRequest, items: Items): Promise<Items> {
  const problems = await problemsOf(context, request.caller, items.drafts);
  const first = problems.findIndex((problem) => problem !== undefined);
  const problem = problems[first];
  if (!problem) return items;
  if (!request.permissive) throw request.batch ? atItem(problem, items.indexes[first] ?? first) : problem;
  const errors = problems.flatMap((error, i) =>
    error ? [{ index: items.indexes[i] ?? i, message: error.message }] : [],
  );
  return {
    drafts: items.drafts.filter((_, i) => !problems[i]),
    indexes: items.indexes.filter((_, i) => !problems[i]),
    errors: [...items.errors, ...errors].sort((a, b) => a.index - b.index),
  };
}

function atItem(problem: SendexError, index: number): SendexError {
  return new SendexError(problem.slug, `[${index}]: ${problem.message}`, {
    name: problem.sdkName,
    fields: problem.fields,
  });
}

/** One entry a draft. Scope goes before domains, domains before MX, as a whole, so that the cheap check answers first. */
async function problemsOf(
  context: Context,
  caller: Tenant,
  drafts: Draft[],
): Promise<(SendexError | undefined)[]> {
  const scope = drafts.map((draft) => outOfScope(caller, draft));
  if (drafts.length === 1 && scope[0]) return scope;
  const senders = [...new Set(drafts.map((draft) => domainOf(draft.from.address)))];
  const verified = await orUnavailable(() => verifiedAmong(context.data, caller.accountId, senders));
  const unverified = drafts.map((draft, i) => scope[i] ?? notVerified(verified, draft));
  if (drafts.length === 1 && unverified[0]) return unverified;
  const refused = await refusedDomains(context, drafts);
  return drafts.map((draft, i) => unverified[i] ?? noMailServer(refused, draft) ?? tooLarge(draft));
}

function outOfScope(caller: Tenant, draft: Draft): SendexError | undefined {
  const domain = domainOf(draft.from.address);
  if (inScope(caller.domains, domain)) return undefined;
  return new SendexError("forbidden", `This API key may not send from ${domain}.`);
}

function notVerified(verified: Set<string>, draft: Draft): SendexError | undefined {
  const domain = domainOf(draft.from.address);
  if (verified.has(domain)) return undefined;
  return new SendexError("unprocessable_entity", `The domain ${domain} is not verified for sending.`);
}

/** The lookups of one call run side by side: at most 50 recipients a message, and each domain once. */
async function refusedDomains(context: Context, drafts: Draft[]): Promise<Set<string>> {
  const domains = [
    ...new Set(drafts.flatMap((draft) => recipientsOf(draft).map(({ address }) => domainOf(address)))),
  ];
  const verdicts = await Promise.all(domains.map((domain) => context.ports.lookupMx(domain)));
  return new Set(domains.filter((_, i) => verdicts[i] === "refused"));
}

function noMailServer(refused: Set<string>, draft: Draft): SendexError | undefined {
  const recipient = recipientsOf(draft).find(({ address }) => refused.has(domainOf(address)));
  if (!recipient) return undefined;
  const { address } = recipient;
  return new SendexError(
    "invalid_recipient",
    `${address} cannot receive mail: ${domainOf(address)} has no mail server (MX record).`,
  );
}

function tooLarge(draft: Draft): SendexError | undefined {
  const size = composedSize(draft);
  if (size <= SES_V2_MAX_BYTES) return undefined;
  const [mail, limit] = [size, SES_V2_MAX_BYTES].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`);
  return new SendexError(
    "payload_too_large",
    `As a mail this message has ${mail}; at most ${limit} can be sent.`,
  );
}

async function store(
  context: Context,
  request: AcceptRequest,
  messages: NewMessage[],
  body: string,
): Promise<Accepted> {
  const { caller, dialect, idempotencyKey: key, fingerprint } = request;
  const fresh: Accepted = { status: ACCEPTED, body, replayed: false };
  if (messages.length === 0) return fresh;
  const submission: Submission = {
    accountId: caller.accountId,
    keyId: caller.keyId,
    mode: caller.mode,
    messages,
    admittedUntil: new Date(context.clock().getTime() + FRESH_MS),
    ...(key === undefined
      ? {}
      : { idempotency: { surface: dialect, key, fingerprint, status: ACCEPTED, response: body } }),
  };
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const stored = await orUnavailable(() => context.batches.accept(submission));
    if (stored.outcome === "refused") throw suspended();
    if (stored.outcome === "stored") {
      void enqueue(context, caller.accountId, messages);
      void emit(context, stored.deliveries);
      for (const { priority } of messages) context.meters.add("accepted", { priority, dialect });
      return fresh;
    }
    const known = await replay(context, request);
    if (known) return known;
  }
  throw new SendexError(
    "service_unavailable",
    "Another request with this idempotency key is in flight. Try again shortly.",
    {
      retryAfterSeconds: 1,
    },
  );
}

function suspended(): SendexError {
  return new SendexError(
    "account_suspended",
    "This account is suspended. The dashboard shows the reason and how to appeal.",
  );
}

/** Never rejects: what Redis does not take is admitted by the scheduler. */
async function enqueue(context: Context, accountId: string, messages: NewMessage[]): Promise<void> {
  const due = messages.filter(({ scheduledAt }) => scheduledAt === null);
  const jobs = due.flatMap(({ id, priority, createdAt, recipients }) =>
    recipients.map((_, n) => ({ accountId, messageId: id, n, priority, due: createdAt.getTime() })),
  );
  try {
    if (jobs.length > 0) await context.queues.enqueueSends(jobs);
  } catch (error) {
    context.log.warn(
      { err: error, messages: due.map(({ id }) => id) },
      "accepted messages wait for the scheduler",
    );
  }
}

function accepted({ row, draft }: { row: NewMessage; draft: Draft }): AcceptedMessage {
  const { id, createdAt, scheduledAt } = row;
  return { id, status: scheduledAt ? "scheduled" : "queued", createdAt, scheduledAt, draft };
}
