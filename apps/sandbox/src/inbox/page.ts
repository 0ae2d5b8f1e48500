import type { Html } from "./html";
import { html } from "./html";

export interface InboxPage {
  title: string;
  query: string;
  /** The list begins below this place in the ledger; undefined: with the newest mail. */
  before: number | undefined;
  total: number;
  list: Html;
  /** Null shows the welcome. */
  mail: Html | null;
  openId: string | null;
}

/** The whole inbox: search and mails on the left, the open mail on the right. */
export function inboxPage({ title, query, before, total, list, mail, openId }: InboxPage): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/inbox.css" />
        <link rel="icon" href="data:," />
        <script src="/inbox.js" defer></script>
      </head>
      <body class="${mail === null ? "" : "reading"}">
        <aside>
          <div class="top">
            <a class="brand" href="/"><span class="mark">S</span> Sendex <em>sandbox</em></a>
            <span class="count"><b id="total">${total}</b> mails</span>
            <button id="clear" type="button" title="Empty the inbox">Clear</button>
          </div>
          <form action="/" role="search">
            <input
              name="q"
              type="search"
              value="${query}"
              placeholder="Search sender, recipient, subject"
              aria-label="Search"
            />
          </form>
          <div id="list" data-query="${query}" data-before="${before ?? ""}" data-open="${openId ?? ""}">
            ${list}
          </div>
        </aside>
        <main>${mail ?? welcome()}</main>
      </body>
    </html>`.markup;
}

function welcome(): Html {
  return html`<div class="welcome">
    <div class="envelope" aria-hidden="true"></div>
    <h1>Nothing leaves this machine</h1>
    <p>
      The sandbox stands in for Amazon SES: it accepts every mail, shows it here, and reports back what became
      of it.
    </p>
    <table>
      <tr>
        <td><code>success@simulator.amazonses.com</code></td>
        <td>is delivered</td>
      </tr>
      <tr>
        <td><code>bounce@simulator.amazonses.com</code></td>
        <td>bounces for good</td>
      </tr>
      <tr>
        <td><code>complaint@simulator.amazonses.com</code></td>
        <td>is delivered, then complained about</td>
      </tr>
      <tr>
        <td><code>ooto@simulator.amazonses.com</code></td>
        <td>is delivered, then answered automatically</td>
      </tr>
      <tr>
        <td><code>suppressionlist@simulator.amazonses.com</code></td>
        <td>bounces as a suppressed address</td>
      </tr>
    </table>
    <p>Any other address is delivered. A label as in <code>bounce+one@…</code> changes nothing.</p>
  </div>`;
}
