import type { Concept } from "../lexicon/concepts";
import { FREE_MAIL_DOMAINS } from "../reading/hosts";
import { domainOf } from "@sendex/core/accepting/address";
import type { ReadSignals, Signal } from "./signal";
import type { MailView } from "../view";

/** What each adds for the second, third, … phrase of its kind: any mail has one. */
const STEPS: Partial<Record<Concept, number[]>> = {
  fortune: [0.4, 1.5, 2.7, 3.6, 4.3],
  extortion: [0.4, 1.8, 3.3, 4.2, 4.8],
  errand: [0.2, 0.8, 1.6, 2.2],
  callBack: [0.2, 0.8, 1.4, 1.9],
  easyMoney: [0.1, 0.5, 1.1, 1.7],
};
const SENTENCES: Partial<Record<Concept, string>> = {
  fortune: "It tells of a fortune, an inheritance or a donation that the reader is to share.",
  extortion: "It claims to have watched or hacked the reader and asks for money.",
  errand: "It asks, as a superior or colleague would, for gift cards, a transfer or changed bank details.",
  callBack: "It has the reader call a number to stop a charge.",
  easyMoney: "It offers loans, jobs or gains that sound too good.",
};
/** Nothing to click: an answer or a call is what it is after. */
const NO_LINKS = 1.2;
const AT_HOME = 0.3;
const ANSWER = { base: 0.5, most: 1.5, freeMail: 1.2, phone: 1, brandPhone: 1.5, chat: 1.4 };
/** Contact out of sight: a number, a name or a link in a messenger. */
const CHAT =
  /\b(?:whatsapp|telegram|signal)\b[^\n]{0,40}?(?:\+?\d[\d ()-]{6,}|@[a-z]\w{3,}|(?:wa|t)\.me\/)|\b(?:wa|t)\.me\/[\w+]/;
const PHONE = /(?:\+|\b)\(?\d{1,4}\)?(?:[\s.\-–()]{0,3}\d{2,5}){2,4}\b/g;
/** What a story needs beside its words. An errand is short and has nothing to click; a call has a number. */
const FITS: Partial<Record<Concept, (view: MailView) => number>> = {
  errand: ({ words, leads }) => (leads !== "nowhere" ? 0.3 : words.length <= SHORT ? 1.4 : 0.8),
  callBack: ({ body }) => (hasPhone(body) ? 1 : 0.3),
};
const SHORT = 120;

/** Swindles: a story, and a way to answer. */
export const scamSignals: ReadSignals = (view) => {
  const stories = (Object.entries(STEPS) as [Concept, number[]][]).flatMap(([concept, steps]) => {
    const times = view.concepts.get(concept) ?? 0;
    return times === 0 ? [] : [told(view, concept, steps[Math.min(times, steps.length) - 1] ?? 0)];
  });
  return [...stories, ...answers(view, stories)];
};

function told(view: MailView, concept: Concept, weight: number): Signal {
  const clicks = view.leads === "home" ? AT_HOME : view.leads === "nowhere" ? NO_LINKS : 1;
  const fits = FITS[concept]?.(view) ?? 1;
  return {
    signal: `tells_${concept}`,
    label: "scam",
    weight: weight * clicks * fits,
    structural: false,
    sentence: SENTENCES[concept] ?? "",
  };
}

/** Ways to answer add to a story, and are nothing without one. */
function answers(view: MailView, stories: Signal[]): Signal[] {
  const weight = stories.reduce((sum, signal) => sum + signal.weight, 0);
  if (weight < ANSWER.base) return [];
  const times = view.concepts.get("answerMe") ?? 0;
  return [
    ...(times > 1 && view.leads !== "home"
      ? [
          scam(
            "asks_for_answer",
            Math.min(ANSWER.base * (times - 1), ANSWER.most),
            "It asks for an answer in private.",
          ),
        ]
      : []),
    ...(view.placed && answersToFreeMail(view)
      ? [
          scam(
            "answers_to_free_mail",
            ANSWER.freeMail,
            "Answers go to a free mailbox, not to the sender's domain.",
          ),
        ]
      : []),
    ...(view.leads !== "home" && CHAT.test(view.body)
      ? [scam("answers_by_chat", ANSWER.chat, "It moves the talk to a messenger.")]
      : []),
    ...(view.concepts.has("callBack") && view.leads !== "home" && hasPhone(view.body)
      ? [
          scam(
            "gives_phone_number",
            view.voice ? ANSWER.brandPhone : ANSWER.phone,
            "It gives a telephone number to call.",
          ),
        ]
      : []),
  ];
}

function answersToFreeMail({ mail, own, body }: MailView): boolean {
  if (mail.replyTo.some(({ address }) => isFree(domainOf(address), own))) return true;
  return [...body.matchAll(/[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,3})/g)].some(([, domain = ""]) =>
    isFree(domain, own),
  );
}

function isFree(domain: string, own: ReadonlySet<string>): boolean {
  return FREE_MAIL_DOMAINS.has(domain.toLowerCase()) && !own.has(domain.toLowerCase());
}

function hasPhone(body: string): boolean {
  return [...body.matchAll(PHONE)].some(([text]) => text.replace(/\D/g, "").length >= 9);
}

function scam(signal: string, weight: number, sentence: string): Signal {
  return { signal, label: "scam", weight, structural: false, sentence };
}
