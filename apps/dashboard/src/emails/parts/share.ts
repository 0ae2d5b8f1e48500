/** A link that opens what is shown now for any member of the account, whichever account and mode they look at. */
export function shareLink(href: string, account: string, mode: string): string {
  const url = new URL(href);
  url.searchParams.set("account", account);
  url.searchParams.set("mode", mode);
  return url.href;
}
