/** What a look at a mail in the test inbox says of it beside what it shows. */

/** The header that lets a reader's program unsubscribe. Source: RFC 2369 section 3.2, RFC 8058. */
export interface UnsubscribeCheck {
  present: boolean;
  mailto: string | null;
  https: string | null;
  /** A program can unsubscribe by one POST, without a page. */
  oneClick: boolean;
  /** In sentences. */
  problems: string[];
}

/** What large mailbox providers ask of bulk mail: both ways, by https, with one click. */
export function checkUnsubscribe(headers: readonly { name: string; value: string }[]): UnsubscribeCheck {
  const valueOf = (name: string) =>
    headers.find((header) => header.name.toLowerCase() === name)?.value.trim();
  const list = valueOf("list-unsubscribe");
  const post = valueOf("list-unsubscribe-post");
  if (list === undefined)
    return {
      present: false,
      mailto: null,
      https: null,
      oneClick: false,
      problems: ["There is no List-Unsubscribe header."],
    };
  const urls = [...list.matchAll(/<([^>]*)>/g)].map(([, url = ""]) => url.trim());
  const https = urls.find((url) => /^https:/i.test(url)) ?? null;
  const mailto = urls.find((url) => /^mailto:/i.test(url)) ?? null;
  const oneClick = https !== null && post === "List-Unsubscribe=One-Click";
  return { present: true, mailto, https, oneClick, problems: problemsOf(urls, https, post) };
}

function problemsOf(urls: string[], https: string | null, post: string | undefined): string[] {
  const problems: string[] = [];
  if (urls.length === 0) problems.push("List-Unsubscribe holds no address between < and >.");
  if (urls.some((url) => /^http:/i.test(url)))
    problems.push("An address in List-Unsubscribe is http, not https.");
  if (https === null && urls.length > 0)
    problems.push("List-Unsubscribe has no https address, which one-click unsubscribing needs.");
  if (https !== null && post === undefined)
    problems.push("There is no List-Unsubscribe-Post header: programs cannot unsubscribe with one click.");
  if (post !== undefined && post !== "List-Unsubscribe=One-Click")
    problems.push("List-Unsubscribe-Post must be exactly List-Unsubscribe=One-Click.");
  return problems;
}
