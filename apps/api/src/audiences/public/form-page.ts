import { HONEYPOT } from "@sendex/core/audiences/forms/form";
import type { Topic } from "@sendex/core/audiences/topic";
import type { Confirmation } from "@sendex/pipeline/audiences/forms/confirm";
import type { PublicForm } from "@sendex/pipeline/audiences/forms/forms";
import type { Reply } from "../../http/reply";
import { FORM_WORDS, type FormWords } from "./form-words";
import { filled, type Language, LANGUAGES } from "./languages";
import { escape, publicPage } from "./page";

/** The pages of a form: the form, that a mail is on its way, and what its link leads to. */

export function formPage(
  { form, sender, topics }: PublicForm,
  language: Language,
  { wrong = false, status = 200 }: { wrong?: boolean; status?: number } = {},
): Reply {
  const words = FORM_WORDS[language];
  const title = filled(words.title, { sender: sender.name ?? LANGUAGES[language].sender });
  const main = [
    `<h1>${escape(title)}</h1>`,
    // Its answer is of this page too, whichever language its address names.
    `<form method="post" action="?lang=${language}">`,
    emailField(words, wrong),
    ...form.fields.map((field) => textField(field, words)),
    ...topicList(topics, words),
    // Programs fill in what they find.
    `<div class="trap" aria-hidden="true"><label>${escape(words.empty)}<input name="${HONEYPOT}" tabindex="-1" autocomplete="off"></label></div>`,
    `<button type="submit">${escape(words.submit)}</button></form>`,
    `<p class="quiet">${escape(words.asks)}</p>`,
  ];
  return publicPage({ status, language, title, main, look: sender, saysOrigin: true });
}

/** The same for every address. */
export function sentPage({ sender }: PublicForm, language: Language): Reply {
  const { sentTitle: title, sent } = FORM_WORDS[language];
  const text = filled(sent, { sender: sender.name ?? LANGUAGES[language].sender });
  const main = [`<h1>${escape(title)}</h1>`, `<p role="status">${escape(text)}</p>`];
  return publicPage({ status: 200, language, title, main, look: sender });
}

/** @param what is missing: the form, the link, or the right to post from where it came */
export function noPage(what: "form" | "link" | "origin", language: Language): Reply {
  const words = FORM_WORDS[language];
  const said = {
    form: [404, words.unknownTitle, words.unknown] as const,
    link: [404, words.goneTitle, words.gone] as const,
    origin: [403, words.unknownTitle, words.origin] as const,
  };
  const [status, title, text] = said[what];
  return publicPage({
    status,
    language,
    title,
    main: [`<h1>${escape(title)}</h1>`, `<p>${escape(text)}</p>`],
  });
}

/** Looking changes nothing: the button does. */
export function confirmPage(
  { sender, address, topics, confirmed, redirectUrl }: Confirmation,
  language: Language,
): Reply {
  const words = FORM_WORDS[language];
  const values = { sender: sender.name ?? LANGUAGES[language].sender, address };
  const title = filled(confirmed ? words.doneTitle : words.confirmTitle, values);
  const text = filled(confirmed ? words.done : words.confirmAbout, values);
  const main = [
    `<h1>${escape(title)}</h1>`,
    `<p${confirmed ? ' class="saved" role="status"' : ""}>${escape(text)}</p>`,
    ...topicList(topics, words),
    ...(confirmed
      ? []
      : [
          `<form method="post" action="?lang=${language}"><button type="submit">${escape(words.confirm)}</button></form>`,
        ]),
  ];
  // A browser asks the policy of where a form leads, too, once it is led on.
  const leadsTo = redirectUrl === null ? [] : [new URL(redirectUrl).origin];
  return publicPage({ status: 200, language, title, main, look: sender, leadsTo });
}

function emailField({ email, wrong }: FormWords, isWrong: boolean): string {
  const described = isWrong ? ' aria-invalid="true" aria-describedby="wrong"' : "";
  const said = isWrong ? `<small id="wrong" role="alert">${escape(wrong)}</small>` : "";
  return `<label class="field"><span>${escape(email)}</span><input type="email" name="email" autocomplete="email" required${described}>${said}</label>`;
}

function textField(field: string, { firstName, lastName }: FormWords): string {
  const label = field === "first_name" ? firstName : field === "last_name" ? lastName : field;
  const known: Record<string, string> = { first_name: "given-name", last_name: "family-name" };
  const complete = known[field] ? ` autocomplete="${known[field]}"` : "";
  return `<label class="field"><span>${escape(label)}</span><input type="text" name="${escape(field)}" maxlength="256"${complete}></label>`;
}

function topicList(topics: readonly Topic[], words: FormWords): string[] {
  if (topics.length === 0) return [];
  const items = topics.map(({ name, description }) => {
    const more = description ? `<small>${escape(description)}</small>` : "";
    return `<li>${escape(name)}${more}</li>`;
  });
  return [`<p>${escape(words.topics)}</p><ul class="topics">${items.join("")}</ul>`];
}
