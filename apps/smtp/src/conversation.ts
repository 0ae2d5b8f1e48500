import type { SMTPServerOptions } from "smtp-server";
import { SendexError } from "@sendex/core/error";
import type { Log } from "@sendex/core/ports";
import { isDatabaseTrouble, isOutcomeUnknown } from "@sendex/data/database/trouble";
import { type Instead, Refusal, refusalOf } from "./answer";
import { addRecipient, begin, connect, end, type Room, signIn, take } from "./commands";

/** The commands as the library asks for them. */
export function converse(room: Room): SMTPServerOptions {
  const { log, meters } = room.context;
  type Done = (error?: Error | null) => void;
  const answer = (done: Done, run: () => Promise<unknown>, instead?: Instead): void =>
    void run().then(
      () => done(),
      (error: unknown) => done(tell(log, error, instead)),
    );
  return {
    onConnect: (session, done) => answer(done, async () => connect(room, session)),
    onAuth: ({ password }, session, done) =>
      void signIn(room, session, password ?? "").then(
        (user) => done(null, { user }),
        (error: unknown) => done(tell(log, error, { 451: [454, "4.7.0"] })),
      ),
    onMailFrom: ({ address }, session, done) =>
      answer(done, () => begin(room, session, address), { 554: [553, "5.1.7"] }),
    onRcptTo: ({ address }, session, done) =>
      answer(done, () => addRecipient(room, session, address), { 554: [553, "5.1.3"] }),
    onData: (stream, session, done) =>
      void take(room, session, stream).then(
        (text) => {
          meters.add("smtp_mails", { result: "taken" });
          done(null, text);
        },
        (error: unknown) => {
          const refused = tell(log, error);
          meters.add("smtp_mails", { result: refused.isForNow ? "put_off" : "refused" });
          done(refused);
        },
      ),
    onClose: (session) => end(room, session),
  };
}

/** Whatever went wrong, as it is said; what is nobody's fault but ours is logged. */
function tell(log: Log, error: unknown, instead?: Instead): Refusal {
  if (isDatabaseTrouble(error)) return refusalOf(databaseAway(isOutcomeUnknown(error)), instead);
  if (!(error instanceof Refusal) && !(error instanceof SendexError))
    log.error({ err: error }, "an SMTP command failed");
  return refusalOf(error, instead);
}

function databaseAway(unknown: boolean): SendexError {
  return new SendexError(
    "service_unavailable",
    unknown
      ? "The database's answer was lost. Hand the mail over again as it is: what was taken is not taken twice."
      : "The database cannot be reached; nothing was taken. Try again shortly.",
  );
}
