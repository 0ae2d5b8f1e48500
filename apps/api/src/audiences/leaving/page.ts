import type { Preferences } from "@sendex/pipeline/audiences/leave";
import type { Reply } from "../../http/reply";
import { filled, type Language, LANGUAGES } from "../public/languages";
import { escape, pagePreview, publicPage, type PublicPage } from "../public/page";
import { WORDS } from "./words";

/**
 * The page behind an unsubscribe link: one form, no script, nothing from elsewhere. Who comes here wants to leave, so
 * leaving is chosen already and one press does it.
 */

interface Visit {
  saved: boolean;
  topicId: string | null;
}

export function preferencePage(
  preferences: Preferences,
  language: Language,
  { status, ...visit }: Visit & { status: number },
): Reply {
  return publicPage({ status, ...contentsOf(preferences, language, visit) });
}

/** As somebody would see it who opens a link; without the means to use it. */
export function preferencePreview(preferences: Preferences, language: Language): string {
  return pagePreview(contentsOf(preferences, language, { saved: false, topicId: null }));
}

function contentsOf(
  preferences: Preferences,
  language: Language,
  { saved, topicId }: Visit,
): Omit<PublicPage, "status"> {
  const words = WORDS[language];
  const { sender, address, left, until, topics } = preferences;
  const title = filled(words.title, { sender: sender.name ?? LANGUAGES[language].sender });
  const state = left ? stateOf(until, language) : undefined;
  const chosen = left ? (until ? "pause" : "all") : saved || topicId !== null ? "topics" : "all";
  const boxes = topics.map(({ topic, subscribed }) =>
    // A link in mail of a topic is there to leave that one.
    topicBox(topic, subscribed && (saved || topic.id !== topicId)),
  );
  const stay = boxes.length > 0 ? words.topics : words.everything;
  const main = [
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
  ];
  return { language, title, main, look: sender };
}

export function unknownLinkPage(language: Language): Reply {
  const { unknownTitle: title, unknown } = WORDS[language];
  const main = [`<h1>${escape(title)}</h1>`, `<p>${escape(unknown)}</p>`];
  return publicPage({ status: 404, language, title, main });
}

function stateOf(until: Date | null, language: Language): string {
  const { left, leftUntil } = WORDS[language];
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
