/** The SES mailbox simulator's addresses. Source: SES developer guide, "Using the mailbox simulator manually". */
const DOMAIN = "simulator.amazonses.com";
const BOXES = ["success", "bounce", "complaint", "ooto", "suppressionlist"];

/**
 * Whether an address is the mailbox simulator's, with a `+label` or without. Nothing that is sent there, and nothing that
 * comes of it, counts in a rate: whoever rehearses a bounce hurts nobody. Source: SES API v2, `ExportMetric`: `SEND`,
 * `COMPLAINT` and `PERMANENT_BOUNCE` exclude the mailbox simulator.
 */
export function isSimulator(address: string): boolean {
  return address.trim().toLowerCase().endsWith(`@${DOMAIN}`);
}

/**
 * Whether a normalized address is one of the simulator's own, which never enter a list. With a `+label` they are there to
 * rehearse a suppression, and enter it as any address.
 */
export function isBareSimulator(address: string): boolean {
  return BOXES.some((box) => address === `${box}@${DOMAIN}`);
}
