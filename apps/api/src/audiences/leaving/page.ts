import { randomBytes } from "node:crypto";
import type { Preferences } from "@sendex/pipeline/audiences/leave";
import type { Reply } from "../../http/reply";
import { STYLE } from "./style";
import { filled, type Language, LANGUAGE_CODES, LANGUAGES } from "./words";

/**
 * The page behind an unsubscribe link: one form, no script, nothing from elsewhere. Who comes here wants to leave, so
 * leaving is chosen already and one press does it.
 */

const NONCE_BYTES = 16;

export function preferencePage(
  preferences: Preferences,
  language: Language,
  { saved, topicId, status = 200 }: { saved: boolean; topicId: string | null; status?: number },
): Reply {
  const words = LANGUAGES[language];
  const { address, left, until, topics } = preferences;
  const title = filled(words.title, { sender: preferences.sender ?? words.sender });
  const state = left ? stateOf(until, language) : undefined;
  const chosen = left ? (until ? "pause" : "all") : saved || topicId !== null ? "topics" : "all";
  const boxes = topics.map(({ topic, subscribed }) =>
    // A link in mail of a topic is there to leave that one.
    topicBox(topic, subscribed && (saved || topic.id !== topicId)),
  );
  const stay = boxes.length > 0 ? words.topics : words.everything;
  return html(status, language, title, [
    `<h1>${escape(title)}</h1>`,
    `<p class="quiet">${escape(filled(words.about, { address }))}</p>`,
    ...(saved ? [`<p class="saved" role="status">${escape(words.saved)}</p>`] : []),
    ...(state === undefined ? [] : [`<p>${escape(state)}</p>`]),
    `<form method="post"><fieldset><legend>${escape(words.question)}</legend>`,
    radio("all", words.all, chosen),
    radio("pause", words.pause, chosen),
    radio("topics", stay, chosen),
    ...(boxes.length > 0 ? [`<ul>${boxes.join("")}</ul>`] : []),
    `</fieldset><button type="submit">${escape(words.save)}</button></form>`,
    `<p class="quiet">${escape(words.others)}</p>`,
  ]);
}

export function unknownLinkPage(language: Language): Reply {
  const { unknownTitle, unknown } = LANGUAGES[language];
  return html(404, language, unknownTitle, [`<h1>${escape(unknownTitle)}</h1>`, `<p>${escape(unknown)}</p>`]);
}

function stateOf(until: Date | null, language: Language): string {
  const { left, leftUntil } = LANGUAGES[language];
  if (until === null) return left;
  return filled(leftUntil, {
    date: new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(until),
  });
}

function radio(value: string, label: string, chosen: string): string {
  const checked = value === chosen ? " checked" : "";
  return `<label><input type="radio" name="choice" value="${value}" required${checked}><span>${escape(label)}</span></label>`;
}

function topicBox(
  { id, name, description }: Preferences["topics"][number]["topic"],
  checked: boolean,
): string {
  const more = description ? `<small>${escape(description)}</small>` : "";
  const box = `<input type="checkbox" name="topic" value="${escape(id)}"${checked ? " checked" : ""}>`;
  return `<li><label>${box}<span>${escape(name)}${more}</span></label></li>`;
}

function html(status: number, language: Language, title: string, main: string[]): Reply {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const links = LANGUAGE_CODES.map((code) =>
    code === language
      ? `<span aria-current="true">${LANGUAGES[code].language}</span>`
      : `<a href="?lang=${code}" lang="${code}" hreflang="${code}">${LANGUAGES[code].language}</a>`,
  );
  return {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Robots-Tag": "noindex",
      Vary: "Accept-Language",
    },
    body: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title><style nonce="${nonce}">${STYLE}</style></head><body><main>${main.join("")}</main><footer><nav aria-label="${escape(LANGUAGES[language].languages)}">${links.join(" ")}</nav></footer></body></html>`,
  };
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
