/** The way to a first mail, in its order. */
export const STEPS = ["domain", "key", "send", "arrive"] as const;
export type Step = (typeof STEPS)[number];
export type State = "done" | "now" | "later";

/** What is there already. */
export interface Facts {
  /** A domain to send from is verified. */
  domain: boolean;
  /** A key was made here. */
  key: boolean;
  /** A mail was accepted. */
  sent: boolean;
  /** It came to an end. */
  settled: boolean;
}

/** Who has sent a mail, has all that it takes. */
export function progressOf({ domain, key, sent, settled }: Facts): Record<Step, State> {
  const done = { domain: domain || sent, key: key || sent, send: sent, arrive: sent && settled };
  const next = STEPS.find((step) => !done[step]);
  const state = (step: Step): State => (done[step] ? "done" : step === next ? "now" : "later");
  return { domain: state("domain"), key: state("key"), send: state("send"), arrive: state("arrive") };
}
