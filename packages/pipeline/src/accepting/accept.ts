import { creditsFor } from "@sendex/core/credits";
import { SendexError } from "@sendex/core/error";
import { decideReplay } from "@sendex/core/accepting/idempotency";
import type { Dialect, Draft } from "@sendex/core/accepting/message";
import type { NewMessage } from "@sendex/data/accepting/submission";
import type { Tenant } from "@sendex/data/access/api-keys";
import { findAnswer, type KnownAnswer } from "@sendex/data/accepting/idempotency-keys";
import { invalidKey } from "../access/authenticate";
import { checkItems, type ItemError } from "./check-items";
import { insufficient, isMetered } from "../credits/check";
import { commit } from "./commit";
import type { Context } from "../context";
import type { FileHold } from "./file-room";
import { newMessage } from "./new-message";
import { orUnavailable } from "../unavailable";

/** One call of a sending endpoint, parsed but not yet understood. */
export interface AcceptRequest {
  caller: Tenant;
  /** The surface, and with it the ladder. */
  dialect: Dialect;
  idempotencyKey?: string;
  /** Of the canonical parsed body without the key. */
  fingerprint: string;
  /**
   * The drafts in the body, their templates rendered. Called once standing and replay are settled.
   * `indexes[i]` is the place in the request of `drafts[i]`; `errors` are the items left out (permissive batches).
   * @throws SendexError bad_request with fields, service_unavailable
   */
  readDrafts: (
    now: Date,
    defaultFrom: string | null,
  ) => Promise<{ drafts: Draft[]; errors: ItemError[]; indexes: number[] }>;
  /** The answer's body. */
  present: (messages: AcceptedMessage[], errors: ItemError[]) => object;
  /** Problems name their item. */
  batch?: boolean;
  /** An item with a problem is reported in the answer and the others go on. */
  permissive?: boolean;
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
/** A rival holds our key and then gives it up (its transaction failed): try again so often. */
const MAX_TRIES = 3;

/**
 * Accepts messages: resolves once they are durable, and tells the queue without waiting for it.
 * The order of checks is docs/contract.md "Accepting a message" from the idempotency key on; what precedes is the API's.
 * @throws SendexError idempotency_conflict, account_suspended, bad_request, forbidden, insufficient_credits,
 *   unprocessable_entity, invalid_recipient, payload_too_large, service_unavailable
 */
export async function accept(context: Context, request: AcceptRequest): Promise<Accepted> {
  const started = context.clock();
  const known = await replay(context, request);
  if (known) return known;
  if (request.caller.standing === "suspended") throw suspended();
  refusePaused(request.caller, [request.caller.keyId]);
  const hold = context.files.enter(request.caller.accountId);
  try {
    const answer = await acceptNew(context, request, hold, started).catch((error: unknown) =>
      orReplay(context, request, error),
    );
    const seconds = (context.clock().getTime() - started.getTime()) / 1000;
    context.meters.time("accept_seconds", seconds, { dialect: request.dialect });
    return answer;
  } finally {
    hold.leave();
  }
}

/** The credits that there were may have gone to the same request, sent twice at once. */
async function orReplay(context: Context, request: AcceptRequest, error: unknown): Promise<Accepted> {
  const short = error instanceof SendexError && error.slug === "insufficient_credits";
  const known = short ? await replay(context, request) : undefined;
  if (known) return known;
  throw error;
}

async function acceptNew(
  context: Context,
  request: AcceptRequest,
  hold: FileHold,
  started: Date,
): Promise<Accepted> {
  const reading = await request.readDrafts(started, request.caller.defaultFrom);
  refusePaused(
    request.caller,
    reading.drafts.map(({ template }) => template?.id ?? ""),
  );
  const checked = await checkItems(context, request, reading, hold);
  const messages = await Promise.all(
    checked.drafts.map((draft) => newMessage(context, request, draft, started)),
  );
  const body = JSON.stringify(request.present(messages.map(accepted), checked.errors));
  return store(
    context,
    request,
    messages.map(({ row }) => row),
    body,
  );
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

async function store(
  context: Context,
  request: AcceptRequest,
  messages: NewMessage[],
  body: string,
): Promise<Accepted> {
  const { caller, dialect, idempotencyKey: key, fingerprint } = request;
  const fresh: Accepted = { status: ACCEPTED, body, replayed: false };
  if (messages.length === 0) return fresh;
  const submission = {
    accountId: caller.accountId,
    keyId: caller.keyId,
    mode: caller.mode,
    messages,
    ...(key === undefined
      ? {}
      : { idempotency: { surface: dialect, key, fingerprint, status: ACCEPTED, response: body } }),
  };
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const stored = await commit(context, submission, isMetered(caller));
    if (stored.outcome === "suspended" || stored.outcome === "revoked") {
      context.hints.forget(caller.accountId);
      throw stored.outcome === "suspended" ? suspended() : invalidKey();
    }
    if (stored.outcome === "insufficient") throw insufficient(creditsFor(messages), stored.balance);
    if (stored.outcome === "stored") {
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

/** A hint that is late lets mail in, and the claim holds it back. */
function refusePaused({ pausedSources }: Tenant, sources: string[]): void {
  const paused = sources.find((source) => pausedSources.includes(source));
  if (paused === undefined) return;
  throw new SendexError(
    "forbidden",
    `${paused} is paused, because too much of its mail bounced. GET /api/v1/account shows why; resume it once that is mended.`,
  );
}

function suspended(): SendexError {
  return new SendexError(
    "account_suspended",
    "This account is suspended. GET /api/v1/account, and the dashboard, show the reason and how to appeal.",
  );
}

function accepted({ row, draft }: { row: NewMessage; draft: Draft }): AcceptedMessage {
  const { id, createdAt, scheduledAt } = row;
  return { id, status: scheduledAt ? "scheduled" : "queued", createdAt, scheduledAt, draft };
}
