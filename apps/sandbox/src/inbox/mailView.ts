import { decodeHeader, parseHeaders } from "../mime/headers";
import type { Mail } from "../store/mail";
import { html, type Html } from "./html";
import { avatar, senderName } from "./listView";
import type { MailParts } from "./readMail";

export const VIEWS = ["html", "text", "headers", "source"] as const;
export type View = (typeof VIEWS)[number];

export interface OpenMail {
  mail: Mail;
  /** Null when the bytes are gone. */
  raw: Buffer | null;
  /** Null when too large, or gone. */
  parts: MailParts | null;
  view: View | null;
  images: boolean;
}

const TITLES: Record<View, string> = { html: "HTML", text: "Text", headers: "Headers", source: "Source" };
/** Source shown in the page; the download has all of it. */
const MAX_SOURCE = 512 * 1024;

/** One mail: who, what, and a tab for each way to look at it. */
export function mailView(open: OpenMail): Html {
  const { mail, parts } = open;
  const view = open.view ?? (parts?.html != null ? "html" : parts?.text != null ? "text" : "headers");
  const sender = senderName(mail.people?.from || mail.from);
  return html`<article>
    <a class="back" href="/">&larr; All mail</a>
    <header>
      <h1>${mail.subject === "" ? "(no subject)" : mail.subject}</h1>
      <div class="people">
        ${avatar(sender)}
        <div>
          <b>${mail.people?.from || decodeHeader(mail.from)}</b>
          <span class="to">to ${mail.people?.to || mail.to.join(", ")}</span>
          ${mail.people?.cc ? html`<span class="to">cc ${mail.people.cc}</span>` : ""}
        </div>
        <time datetime="${mail.at}">${mail.at.replace("T", " ").slice(0, 19)} UTC</time>
      </div>
      ${facts(mail, parts)} ${attachments(mail, parts)}
    </header>
    <nav class="tabs">
      ${VIEWS.map((name) => tab(mail, name, view))}
      <a class="download" href="/mail/${mail.messageId}/raw">Download .eml</a>
    </nav>
    <section class="view">${content(open, view)}</section>
  </article>`;
}

function facts(mail: Mail, parts: MailParts | null): Html {
  const tags = Object.entries(mail.tags).map(([name, value]) => html`<li><i>${name}</i>${value}</li>`);
  return html`<ul class="facts">
    <li><i>message id</i>${mail.messageId}</li>
    <li><i>delivered to</i>${mail.to.join(", ")}</li>
    <li><i>operation</i>${mail.operation}</li>
    <li><i>size</i>${size(mail.bytes)}</li>
    <li><i>configuration set</i>${mail.configSet ?? "none, so no events"}</li>
    ${tags} ${files(mail, parts, true).map((file) => html`<li><i>inline</i>${file}</li>`)}
  </ul>`;
}

function attachments(mail: Mail, parts: MailParts | null): Html {
  const attached = files(mail, parts, false);
  if (attached.length === 0) return html``;
  return html`<ul class="attachments">
    ${attached.map((file) => html`<li>${file}</li>`)}
  </ul>`;
}

/** The files of a mail, or the pictures that stand in its text, each as a link. */
function files(mail: Mail, parts: MailParts | null, inline: boolean): Html[] {
  return (parts?.attachments ?? []).flatMap((file, n) =>
    file.inline === inline
      ? [
          html`<a href="/mail/${mail.messageId}/attachment/${n}" title="${file.type}">${file.name}</a> ${size(
              file.bytes.length,
            )}`,
        ]
      : [],
  );
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function tab(mail: Mail, name: View, current: View): Html {
  return html`<a class="${name === current ? "current" : ""}" href="/mail/${mail.messageId}?view=${name}"
    >${TITLES[name]}</a
  >`;
}

function content({ mail, raw, parts, images }: OpenMail, view: View): Html {
  if (raw === null) return html`<p class="none">The message itself has been dropped to save space.</p>`;
  switch (view) {
    case "html":
      return parts?.html == null
        ? html`<p class="none">This mail has no HTML part.</p>`
        : preview(mail, images);
    case "text":
      return parts?.text == null
        ? html`<p class="none">This mail has no text part.</p>`
        : html`<pre class="text">${parts.text}</pre>`;
    case "headers":
      return headerTable(raw);
    case "source":
      return source(raw);
  }
}

/** The mail's own HTML, shut in: no scripts, no origin, nothing loaded unless asked for. */
function preview(mail: Mail, images: boolean): Html {
  const address = `/mail/${mail.messageId}`;
  const offer = images
    ? html`<a href="${address}?view=html">Hide remote images</a>`
    : html`<a href="${address}?view=html&images=1">Show remote images</a>`;
  return html`<p class="offer">Scripts, forms and links are off. ${offer}</p>
    <iframe
      sandbox
      src="${address}/body${images ? "?images=1" : ""}"
      referrerpolicy="no-referrer"
      title="Preview"
    ></iframe>`;
}

function headerTable(raw: Buffer): Html {
  const rows = parseHeaders(raw).map(
    ({ name, value }) =>
      html`<tr>
        <th>${name}</th>
        <td>${value}</td>
      </tr>`,
  );
  return html`<table>
    ${rows}
  </table>`;
}

function source(raw: Buffer): Html {
  const cut =
    raw.length > MAX_SOURCE ? html`<p class="offer">Cut here; the download has the rest.</p>` : html``;
  return html`<pre>${raw.subarray(0, MAX_SOURCE).toString("utf8")}</pre>
    ${cut}`;
}
