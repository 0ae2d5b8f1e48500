import type { Readable } from "node:stream";
import type { SMTPServerSession } from "smtp-server";
import { SendexError } from "@sendex/core/error";
import type { Tenant } from "@sendex/data/access/api-keys";
import { authenticateKey } from "@sendex/pipeline/access/authenticate";
import { limitRate } from "@sendex/pipeline/access/limit-rate";
import { refusePaused, refuseSuspended } from "@sendex/pipeline/access/refuse";
import type { Context } from "@sendex/pipeline/context";
import { checkRecipient, checkSender } from "@sendex/pipeline/smtp/envelope";
import { submitMail } from "@sendex/pipeline/smtp/submit";
import { refusal } from "./answer";
import type { Bounds } from "./bounds";
import { collect } from "./collect";

/** What all connections of a process share. */
export interface Room {
  context: Context;
  bounds: Bounds;
  /** By the session's id. */
  talks: Map<string, Talk>;
  closing: boolean;
  /** Sessions whose mail has begun to come in and has no answer yet. */
  receiving: Set<string>;
}

/** What is known of one connection. */
interface Talk {
  address: string;
  /** Once it has signed in: asked again for each mail, so that a key that was revoked is worth nothing from then on. */
  key?: string;
  keyId?: string;
  /** Of the mail that is being handed over. */
  mail?: { caller: Tenant; from: string; to: Map<string, string> };
}

/** Wrong keys of one address in a minute, after which it is sent away. */
const MAX_GUESSES = 20;

/** What each command of a client comes to (RFC 6409). All throw what is to be answered in place of yes. */

export function connect({ bounds, talks, closing }: Room, { id, remoteAddress }: SMTPServerSession): void {
  if (closing) throw goingAway();
  if (!bounds.enter(remoteAddress)) throw refusal(421, "4.7.0", "Too many connections from your address.");
  talks.set(id, { address: remoteAddress });
}

/** → the key's id */
export async function signIn(room: Room, session: SMTPServerSession, key: string): Promise<string> {
  const { context, bounds } = room;
  const talk = talkOf(room, session);
  const caller = await authenticateKey(context, key).catch(async (error: unknown) => {
    const wrong = error instanceof SendexError && error.slug === "unauthorized";
    if (wrong && (await guessesTooOften(context, talk)))
      throw refusal(421, "4.7.0", "Too many wrong keys from your address.");
    throw error;
  });
  if (!bounds.enterKey(caller.keyId)) throw refusal(421, "4.7.0", "Too many connections with this key.");
  Object.assign(talk, { key, keyId: caller.keyId });
  context.keyUses.note(caller, talk.address);
  return caller.keyId;
}

/** MAIL FROM. Nobody says it before AUTH: the library sees to that. */
export async function begin(room: Room, session: SMTPServerSession, address: string): Promise<void> {
  const { context } = room;
  const talk = talkOf(room, session);
  if (room.closing) throw goingAway();
  const caller = await authenticateKey(context, talk.key ?? "");
  refuseSuspended(caller);
  refusePaused(caller, [caller.keyId]);
  if (session.envelope.smtpUtf8)
    throw refusal(553, "5.6.7", "Amazon SES takes no SMTPUTF8; write addresses in ASCII.");
  const from = await checkSender(context, caller, address);
  talk.mail = { caller, from, to: new Map() };
}

/** RCPT TO. */
export async function addRecipient(room: Room, session: SMTPServerSession, written: string): Promise<void> {
  const { mail } = talkOf(room, session);
  const address = await checkRecipient(room.context, written);
  mail?.to.set(address.toLowerCase(), address);
}

/** DATA: durable once this resolves. → what the client is told */
export async function take(room: Room, session: SMTPServerSession, stream: Readable): Promise<string> {
  const { context, bounds, receiving } = room;
  receiving.add(session.id);
  try {
    const talk = talkOf(room, session);
    const { mail } = talk;
    delete talk.mail;
    const { raw, give } = await collect(stream, bounds);
    try {
      if (!mail) throw refusal(503, "5.5.1", "MAIL and RCPT come first.");
      const { caller, from, to } = mail;
      await countMail(context, caller);
      return `Accepted as ${await submitMail(context, { caller, from, to: [...to.values()], raw })}`;
    } finally {
      give();
    }
  } finally {
    receiving.delete(session.id);
  }
}

export function end({ talks, bounds, receiving }: Room, { id }: SMTPServerSession): void {
  const talk = talks.get(id);
  if (!talk) return;
  talks.delete(id);
  receiving.delete(id);
  bounds.leave(talk.address);
  if (talk.keyId !== undefined) bounds.leaveKey(talk.keyId);
}

async function countMail(context: Context, caller: Tenant): Promise<void> {
  const { allowed, resetAt } = await limitRate(context, caller);
  if (!allowed)
    throw refusal(451, "4.7.1", `Too many mails with this key; more from ${resetAt.toISOString()}.`);
}

async function guessesTooOften(context: Context, { address }: Talk): Promise<boolean> {
  return !(await context.rates.hit(`smtp:${address}`, MAX_GUESSES, context.clock())).allowed;
}

function talkOf({ talks }: Room, { id }: SMTPServerSession): Talk {
  const talk = talks.get(id);
  if (!talk) throw refusal(421, "4.3.0", "This connection is over.");
  return talk;
}

function goingAway(): Error {
  return refusal(421, "4.3.2", "This server is going away. Connect again.");
}
