import type { Dialect as Surface, Draft } from "@sendex/core/accepting/message";
import { invalidFields, SendexError } from "@sendex/core/error";
import { readIdempotencyKey } from "@sendex/core/accepting/idempotency";
import { accept, type AcceptRequest } from "@sendex/pipeline/accepting/accept";
import type { Reply } from "../http/answer";
import type { Dialect } from "./reading";
import type { Exchange } from "../http/endpoint";
import { fillingOf } from "./template-use";

type ReadDrafts = AcceptRequest["readDrafts"];
type Present = AcceptRequest["present"];

export interface Sending {
  surface: Surface;
  readDrafts: ReadDrafts;
  present: Present;
  batch?: boolean;
  permissive?: boolean;
}

/** Hands a request to the pipeline; a repeated one gets the first one's answer, byte for byte. */
export async function send(exchange: Exchange, sending: Sending): Promise<Reply> {
  const { context, caller, call, parsed } = exchange;
  const idempotencyKey = keyOf(exchange);
  const accepted = await accept(context, {
    caller,
    dialect: sending.surface,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    fingerprint: parsed.fingerprint,
    readDrafts: sending.readDrafts,
    present: (messages, errors) => {
      call.messageIds = messages.map(({ id }) => id);
      return sending.present(messages, errors);
    },
    ...(sending.batch && { batch: true }),
    ...(sending.permissive && { permissive: true }),
  });
  const headers = accepted.replayed ? { "Idempotent-Replayed": "true" } : undefined;
  return { status: accepted.status, body: accepted.body, ...(headers && { headers }) };
}

/** How both surfaces send a single message. */
export function sendOne(exchange: Exchange, surface: Surface, dialect: Dialect): Promise<Reply> {
  return send(exchange, {
    surface,
    readDrafts: async (now, defaultFrom) => ({
      drafts: [await readOne(exchange, dialect, now, defaultFrom)],
      indexes: [0],
      errors: [],
    }),
    present: (messages) => {
      const [message] = messages;
      return message ? dialect.presentAccepted(message) : {};
    },
  });
}

async function readOne(
  exchange: Exchange,
  dialect: Dialect,
  now: Date,
  defaultFrom: string | null,
): Promise<Draft> {
  const { body } = exchange.parsed;
  const reading = dialect.toDraft(body, now, defaultFrom, await fillingOf(exchange, body));
  if ("errors" in reading) throw invalidFields(reading.errors);
  return reading.draft;
}

function keyOf({ header, parsed }: Exchange): string | undefined {
  const reading = readIdempotencyKey([
    header("idempotency-key"),
    header("x-idempotency-key"),
    ...parsed.keys,
  ]);
  if ("error" in reading) throw new SendexError("bad_request", reading.error.message);
  return reading.key;
}
