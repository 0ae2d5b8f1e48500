import { replyOf, type SmtpReply } from "@sendex/core/smtp/reply";

/** What the library makes a reply of. */
export class Refusal extends Error {
  /** The library writes it before the text. As text with the enhanced code in it, it adds none of its own. */
  readonly responseCode: number;
  /** The client is to try again. */
  readonly isForNow: boolean;

  constructor({ code, enhanced, text }: SmtpReply) {
    super(text);
    this.name = "Refusal";
    this.isForNow = code < 500;
    // 421 also ends the connection, by which the library knows it as a number.
    this.responseCode = code === 421 ? code : (`${code} ${enhanced}` as unknown as number);
  }
}

/** For what this process knows itself. */
export function refusal(code: number, enhanced: string, text: string): Refusal {
  return new Refusal({ code, enhanced, text });
}

/** Codes that a command has of its own, by those of DATA. */
export type Instead = Partial<Record<number, readonly [code: number, enhanced: string]>>;

/** For whatever the pipeline threw. */
export function refusalOf(error: unknown, instead: Instead = {}): Refusal {
  if (error instanceof Refusal) return error;
  const reply = replyOf(error);
  const [code, enhanced] = instead[reply.code] ?? [reply.code, reply.enhanced];
  return new Refusal({ ...reply, code, enhanced });
}
