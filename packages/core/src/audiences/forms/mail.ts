/** The mail that asks the owner of an address whether it was they who signed up, where the account has none of its own. */

interface Words {
  subject: string;
  asked: string;
  press: string;
  button: string;
  ignore: string;
  /** The account has no name. */
  sender: string;
}

const WORDS = {
  en: {
    subject: "Please confirm your address for {sender}",
    asked: "Somebody, hopefully you, asked {sender} to send mail to {address}.",
    press: "If it was you, confirm it:",
    button: "Confirm",
    ignore: "If it was not you, do nothing: you get no mail, and we forget your address after 30 days.",
    sender: "a sender",
  },
  de: {
    subject: "Bitte bestätigen Sie Ihre Adresse für {sender}",
    asked: "Jemand, hoffentlich Sie, hat {sender} gebeten, E-Mails an {address} zu senden.",
    press: "Wenn Sie es waren, bestätigen Sie es:",
    button: "Bestätigen",
    ignore:
      "Wenn Sie es nicht waren, tun Sie nichts: Sie bekommen keine E-Mails, und wir vergessen Ihre Adresse nach 30 Tagen.",
    sender: "einen Absender",
  },
  fr: {
    subject: "Confirmez votre adresse pour {sender}",
    asked: "Quelqu’un, vous sans doute, a demandé à {sender} d’envoyer des e-mails à {address}.",
    press: "Si c’était vous, confirmez-le :",
    button: "Confirmer",
    ignore:
      "Si ce n’était pas vous, ne faites rien : vous ne recevrez aucun e-mail, et nous oublierons votre adresse après 30 jours.",
    sender: "un expéditeur",
  },
  es: {
    subject: "Confirme su dirección para {sender}",
    asked: "Alguien, esperamos que usted, pidió a {sender} que envíe correos a {address}.",
    press: "Si fue usted, confírmelo:",
    button: "Confirmar",
    ignore:
      "Si no fue usted, no haga nada: no recibirá ningún correo, y olvidaremos su dirección en 30 días.",
    sender: "un remitente",
  },
  ja: {
    subject: "{sender} からのメールの受信をご確認ください",
    asked: "{address} に {sender} からのメールを送るよう、お申し込みがありました。",
    press: "ご本人のお申し込みでしたら、確認してください。",
    button: "確認する",
    ignore:
      "お心当たりがない場合は、何もする必要はありません。メールは届かず、アドレスは 30 日後に削除されます。",
    sender: "送信者",
  },
} as const satisfies Record<string, Words>;

export type MailLanguage = keyof typeof WORDS;

interface Confirmation {
  sender: string | null;
  address: string;
  url: string;
  language: MailLanguage;
}

/** What a stranger chose stands in it nowhere but for the address itself: nobody writes to others by our mail. */
export function confirmationMail({ sender, address, url, language }: Confirmation) {
  const words: Words = WORDS[language];
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name) => (name === "address" ? address : (sender ?? words.sender)));
  const { subject, asked, press, ignore } = words;
  const paragraph = (text: string) => `<p>${escaped(filled(text))}</p>`;
  const button = `<p><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2f5bd3;color:#ffffff;text-decoration:none">${escaped(words.button)}</a></p>`;
  return {
    subject: filled(subject),
    text: [filled(asked), press, url, ignore].join("\n\n"),
    html: `<!doctype html><html lang="${language}"><body style="font:16px/1.5 sans-serif">${paragraph(asked)}${paragraph(press)}${button}${paragraph(ignore)}</body></html>`,
  };
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
