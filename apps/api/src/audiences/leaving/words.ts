/** What the page behind unsubscribe links says, in the languages that it speaks. `{sender}` and the like are filled in. */

export interface Words {
  /** Of the language, in itself. */
  language: string;
  title: string;
  /** The account has no name. */
  sender: string;
  about: string;
  left: string;
  leftUntil: string;
  question: string;
  all: string;
  pause: string;
  topics: string;
  everything: string;
  save: string;
  saved: string;
  others: string;
  languages: string;
  unknownTitle: string;
  unknown: string;
}

const EN: Words = {
  language: "English",
  title: "Mail from {sender}",
  sender: "this sender",
  about: "Sent to {address}",
  left: "You get none of this mail any more.",
  leftUntil: "You get none of this mail until {date}.",
  question: "What would you like to get?",
  all: "None of it: unsubscribe",
  pause: "None of it for 30 days",
  topics: "Mail about these topics",
  everything: "All of it",
  save: "Save",
  saved: "Saved. Your choice holds from now on.",
  others: "Messages about things you have done, such as sign-in codes and receipts, still reach you.",
  languages: "Language",
  unknownTitle: "This link does not work",
  unknown:
    "Part of the link is missing, or it is not from us. Open it once more from the mail, in one piece.",
};

const DE: Words = {
  language: "Deutsch",
  title: "E-Mails von {sender}",
  sender: "diesem Absender",
  about: "Gesendet an {address}",
  left: "Sie bekommen keine dieser E-Mails mehr.",
  leftUntil: "Sie bekommen bis {date} keine dieser E-Mails.",
  question: "Was möchten Sie bekommen?",
  all: "Nichts davon: abmelden",
  pause: "30 Tage lang nichts davon",
  topics: "E-Mails zu diesen Themen",
  everything: "Alles",
  save: "Speichern",
  saved: "Gespeichert. Ihre Auswahl gilt ab sofort.",
  others:
    "Nachrichten zu dem, was Sie selbst getan haben, etwa Anmeldecodes und Rechnungen, bekommen Sie weiterhin.",
  languages: "Sprache",
  unknownTitle: "Dieser Link funktioniert nicht",
  unknown:
    "Ein Teil des Links fehlt, oder er ist nicht von uns. Öffnen Sie ihn noch einmal vollständig aus der E-Mail.",
};

const FR: Words = {
  language: "Français",
  title: "E-mails de {sender}",
  sender: "cet expéditeur",
  about: "Envoyé à {address}",
  left: "Vous ne recevez plus aucun de ces e-mails.",
  leftUntil: "Vous ne recevez aucun de ces e-mails jusqu’au {date}.",
  question: "Que souhaitez-vous recevoir ?",
  all: "Rien : me désabonner",
  pause: "Rien pendant 30 jours",
  topics: "Les e-mails sur ces sujets",
  everything: "Tout",
  save: "Enregistrer",
  saved: "Enregistré. Votre choix est valable dès maintenant.",
  others:
    "Les messages liés à vos propres actions, comme les codes de connexion et les reçus, vous parviennent toujours.",
  languages: "Langue",
  unknownTitle: "Ce lien ne fonctionne pas",
  unknown:
    "Une partie du lien manque, ou il ne vient pas de nous. Ouvrez-le de nouveau depuis l’e-mail, en entier.",
};

const ES: Words = {
  language: "Español",
  title: "Correos de {sender}",
  sender: "este remitente",
  about: "Enviado a {address}",
  left: "Ya no recibe ninguno de estos correos.",
  leftUntil: "No recibe ninguno de estos correos hasta el {date}.",
  question: "¿Qué quiere recibir?",
  all: "Nada: darme de baja",
  pause: "Nada durante 30 días",
  topics: "Correos sobre estos temas",
  everything: "Todo",
  save: "Guardar",
  saved: "Guardado. Su elección vale desde ahora.",
  others:
    "Los mensajes sobre lo que usted mismo ha hecho, como códigos de acceso y recibos, le siguen llegando.",
  languages: "Idioma",
  unknownTitle: "Este enlace no funciona",
  unknown: "Falta una parte del enlace, o no es nuestro. Ábralo otra vez entero desde el correo.",
};

const JA: Words = {
  language: "日本語",
  title: "{sender} からのメール",
  sender: "この送信者",
  about: "宛先：{address}",
  left: "これらのメールは今後届きません。",
  leftUntil: "{date} まで、これらのメールは届きません。",
  question: "どのメールを受け取りますか？",
  all: "受け取らない（配信を停止する）",
  pause: "30 日間は受け取らない",
  topics: "次のトピックのメールを受け取る",
  everything: "すべて受け取る",
  save: "保存する",
  saved: "保存しました。ただいまから有効です。",
  others: "ログインコードや領収書など、ご自身の操作に関するメールは引き続き届きます。",
  languages: "言語",
  unknownTitle: "このリンクは使えません",
  unknown:
    "リンクの一部が欠けているか、当方のものではありません。メールからもう一度リンク全体を開いてください。",
};

export const LANGUAGES = { en: EN, de: DE, fr: FR, es: ES, ja: JA } as const satisfies Record<string, Words>;
export type Language = keyof typeof LANGUAGES;
// The keys of a literal.
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

/** The language that a request asks for: by name, else the first that its browser prefers and the page speaks. */
export function languageFor(asked: string | null, accept: string | undefined): Language {
  const named = LANGUAGE_CODES.find((code) => code === asked);
  if (named) return named;
  const wanted = (accept ?? "")
    .split(",")
    .slice(0, MAX_PREFERENCES)
    .map((entry, place) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = Number(parameters.find((one) => one.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { code: tag.split("-")[0], weight: Number.isFinite(weight) ? weight : 0, place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { code } of wanted) {
    const spoken = LANGUAGE_CODES.find((known) => known === code);
    if (spoken) return spoken;
  }
  return "en";
}

/** A browser names a handful; a hostile one is not read further. */
const MAX_PREFERENCES = 20;

export function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
