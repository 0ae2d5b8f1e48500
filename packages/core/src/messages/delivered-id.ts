/** Where the sandbox acts as SES does, whatever region live mail leaves from. */
export const SANDBOX_REGION = "us-east-1";

/**
 * The Message-ID header that a recipient gets: SES writes its own over the one that was handed to it, with `email` as the
 * first label of its oldest region. Source: SES developer guide, "Amazon SES header fields".
 */
export function deliveredMessageId(sesMessageId: string, region: string): string {
  return `<${sesMessageId}@${region === "us-east-1" ? "email" : region}.amazonses.com>`;
}
