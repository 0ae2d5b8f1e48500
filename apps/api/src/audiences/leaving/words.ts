import type { Language } from "../public/languages";

/** What the page behind unsubscribe links says, in the languages that it speaks. `{sender}` and the like are filled in. */

export interface Words {
  title: string;
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
  unknownTitle: string;
  unknown: string;
}

const EN: Words = {
  title: "Mail from {sender}",
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
  unknownTitle: "This link does not work",
  unknown:
    "Part of the link is missing, or it is not from us. Open it once more from the mail, in one piece.",
};

const DE: Words = {
  title: "E-Mails von {sender}",
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
  unknownTitle: "Dieser Link funktioniert nicht",
  unknown:
    "Ein Teil des Links fehlt, oder er ist nicht von uns. Öffnen Sie ihn noch einmal vollständig aus der E-Mail.",
};

const FR: Words = {
  title: "E-mails de {sender}",
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
  unknownTitle: "Ce lien ne fonctionne pas",
  unknown:
    "Une partie du lien manque, ou il ne vient pas de nous. Ouvrez-le de nouveau depuis l’e-mail, en entier.",
};

const ES: Words = {
  title: "Correos de {sender}",
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
  unknownTitle: "Este enlace no funciona",
  unknown: "Falta una parte del enlace, o no es nuestro. Ábralo otra vez entero desde el correo.",
};

const JA: Words = {
  title: "{sender} からのメール",
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
  unknownTitle: "このリンクは使えません",
  unknown:
    "リンクの一部が欠けているか、当方のものではありません。メールからもう一度リンク全体を開いてください。",
};

export const WORDS: Record<Language, Words> = { en: EN, de: DE, fr: FR, es: ES, ja: JA };
