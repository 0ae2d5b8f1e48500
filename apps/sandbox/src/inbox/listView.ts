import { bareAddress } from "../mime/address";
import { decodeHeader } from "../mime/headers";
import type { Mail } from "../store/mail";
import { html, type Html } from "./html";

const HUES = 8;
const UNKNOWN = "?".charCodeAt(0);

/** Some of the mails that were found, newest first. */
export interface Listed {
  mails: Mail[];
  /** There are older ones. */
  more: boolean;
}

/** The column of mails, newest first; the open one is marked. */
export function listView({ mails, more }: Listed, openId: string | null, query: string): Html {
  if (mails.length === 0) {
    const hint = query === "" ? "Mail sent through the sandbox appears here." : "No mail matches the search.";
    return html`<p class="none">${hint}</p>`;
  }
  return html`${mails.map((mail) => listItem(mail, mail.messageId === openId, query))}
  ${more ? older(mails, query) : ""}`;
}

function older(mails: Mail[], query: string): Html {
  const address = new URLSearchParams({ ...(query !== "" && { q: query }), before: String(mails.at(-1)?.n) });
  return html`<a class="older" href="/?${address.toString()}"
    >${mails.length} are shown. Older mails &rarr;</a
  >`;
}

function listItem(mail: Mail, open: boolean, query: string): Html {
  const search = query === "" ? "" : `?q=${encodeURIComponent(query)}`;
  const sender = senderName(mail.people?.from || mail.from);
  return html`<a class="item ${open ? "open" : ""}" href="/mail/${mail.messageId}${search}">
    ${avatar(sender)}
    <span class="what">
      <span class="line"><b>${sender}</b><time datetime="${mail.at}">${mail.at.slice(11, 19)}</time></span>
      <span class="subject">${mail.subject === "" ? "(no subject)" : mail.subject}</span>
      <span class="to">to ${recipients(mail.to)}</span>
    </span>
  </a>`;
}

/** A round initial in one of a few colours, always the same for the same name. */
export function avatar(name: string): Html {
  const initial = String.fromCodePoint(name.trim().codePointAt(0) ?? UNKNOWN).toUpperCase();
  const hue = Buffer.from(name).reduce((sum, byte) => sum + byte, 0) % HUES;
  return html`<span class="avatar hue${hue}" aria-hidden="true">${initial}</span>`;
}

/** The display name of a mailbox, or its address when it has none. */
export function senderName(from: string): string {
  const address = bareAddress(from);
  const end = from.lastIndexOf(`<${address}>`);
  const name =
    end < 0
      ? ""
      : decodeHeader(
          from
            .slice(0, end)
            .trim()
            .replace(/^"(.*)"$/s, "$1"),
        );
  return name === "" ? address : name;
}

function recipients([first = "", ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
