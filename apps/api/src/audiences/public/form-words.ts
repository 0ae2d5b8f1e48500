import type { Language } from "./languages";

/** What the pages of forms say. `{sender}` and the like are filled in. */
export interface FormWords {
  title: string;
  email: string;
  firstName: string;
  lastName: string;
  topics: string;
  submit: string;
  asks: string;
  sentTitle: string;
  sent: string;
  wrong: string;
  origin: string;
  unknownTitle: string;
  unknown: string;
  confirmTitle: string;
  confirmAbout: string;
  confirm: string;
  doneTitle: string;
  done: string;
  goneTitle: string;
  gone: string;
  /** For people who hear the page: this field is not for them. */
  empty: string;
}

export const FORM_WORDS: Record<Language, FormWords> = {
  en: {
    title: "Get mail from {sender}",
    email: "Email address",
    firstName: "First name",
    lastName: "Last name",
    topics: "You will get mail about",
    submit: "Sign up",
    asks: "We send you a mail with a link first. You get nothing else until you have followed it.",
    sentTitle: "Look into your mail",
    sent: "We have sent a link to this address, where mail can go there. Follow it to confirm that you want mail from {sender}.",
    wrong: "This is no email address.",
    origin: "This form does not take sign-ups from that web site.",
    unknownTitle: "This form does not exist",
    unknown: "It may have been removed.",
    confirmTitle: "Mail from {sender}",
    confirmAbout: "Would you like mail from {sender} to {address}?",
    confirm: "Yes, confirm",
    doneTitle: "Confirmed",
    done: "{address} gets mail from {sender} from now on. Each mail has a link to leave it.",
    goneTitle: "This link does not work any more",
    gone: "It is older than 30 days, or part of it is missing. Sign up once more.",
    empty: "Leave this empty",
  },
  de: {
    title: "E-Mails von {sender} bekommen",
    email: "E-Mail-Adresse",
    firstName: "Vorname",
    lastName: "Nachname",
    topics: "Sie bekommen E-Mails zu",
    submit: "Anmelden",
    asks: "Wir senden Ihnen zuerst eine E-Mail mit einem Link. Bis Sie ihm gefolgt sind, bekommen Sie sonst nichts.",
    sentTitle: "Sehen Sie in Ihr Postfach",
    sent: "Wir haben einen Link an diese Adresse gesendet, sofern sie erreichbar ist. Folgen Sie ihm, um zu bestätigen, dass Sie E-Mails von {sender} möchten.",
    wrong: "Das ist keine E-Mail-Adresse.",
    origin: "Dieses Formular nimmt von jener Website keine Anmeldungen an.",
    unknownTitle: "Dieses Formular gibt es nicht",
    unknown: "Vielleicht wurde es entfernt.",
    confirmTitle: "E-Mails von {sender}",
    confirmAbout: "Möchten Sie E-Mails von {sender} an {address}?",
    confirm: "Ja, bestätigen",
    doneTitle: "Bestätigt",
    done: "{address} bekommt ab jetzt E-Mails von {sender}. Jede enthält einen Link zum Abmelden.",
    goneTitle: "Dieser Link funktioniert nicht mehr",
    gone: "Er ist älter als 30 Tage, oder ein Teil fehlt. Melden Sie sich noch einmal an.",
    empty: "Bitte leer lassen",
  },
  fr: {
    title: "Recevoir les e-mails de {sender}",
    email: "Adresse e-mail",
    firstName: "Prénom",
    lastName: "Nom",
    topics: "Vous recevrez des e-mails sur",
    submit: "S’inscrire",
    asks: "Nous vous envoyons d’abord un e-mail avec un lien. Tant que vous ne l’avez pas suivi, vous ne recevez rien d’autre.",
    sentTitle: "Consultez votre messagerie",
    sent: "Nous avons envoyé un lien à cette adresse, si elle peut être jointe. Suivez-le pour confirmer que vous souhaitez les e-mails de {sender}.",
    wrong: "Ce n’est pas une adresse e-mail.",
    origin: "Ce formulaire n’accepte pas d’inscriptions depuis ce site.",
    unknownTitle: "Ce formulaire n’existe pas",
    unknown: "Il a peut-être été supprimé.",
    confirmTitle: "E-mails de {sender}",
    confirmAbout: "Souhaitez-vous recevoir les e-mails de {sender} à {address} ?",
    confirm: "Oui, confirmer",
    doneTitle: "Confirmé",
    done: "{address} reçoit désormais les e-mails de {sender}. Chacun contient un lien pour se désabonner.",
    goneTitle: "Ce lien ne fonctionne plus",
    gone: "Il date de plus de 30 jours, ou une partie manque. Inscrivez-vous de nouveau.",
    empty: "Laissez ce champ vide",
  },
  es: {
    title: "Recibir correos de {sender}",
    email: "Correo electrónico",
    firstName: "Nombre",
    lastName: "Apellidos",
    topics: "Recibirá correos sobre",
    submit: "Suscribirme",
    asks: "Primero le enviamos un correo con un enlace. Hasta que lo abra no recibirá nada más.",
    sentTitle: "Mire su correo",
    sent: "Hemos enviado un enlace a esta dirección, si puede recibir correo. Ábralo para confirmar que quiere correos de {sender}.",
    wrong: "Esto no es una dirección de correo.",
    origin: "Este formulario no acepta suscripciones desde ese sitio web.",
    unknownTitle: "Este formulario no existe",
    unknown: "Puede que se haya eliminado.",
    confirmTitle: "Correos de {sender}",
    confirmAbout: "¿Quiere recibir correos de {sender} en {address}?",
    confirm: "Sí, confirmar",
    doneTitle: "Confirmado",
    done: "{address} recibe desde ahora los correos de {sender}. Cada uno lleva un enlace para darse de baja.",
    goneTitle: "Este enlace ya no funciona",
    gone: "Tiene más de 30 días, o falta una parte. Suscríbase otra vez.",
    empty: "Deje este campo vacío",
  },
  ja: {
    title: "{sender} からのメールを受け取る",
    email: "メールアドレス",
    firstName: "名",
    lastName: "姓",
    topics: "次のトピックのメールが届きます",
    submit: "登録する",
    asks: "まず、リンクの入ったメールをお送りします。リンクを開くまで、ほかのメールは届きません。",
    sentTitle: "メールをご確認ください",
    sent: "届くアドレスでしたら、リンクをお送りしました。リンクを開き、{sender} からのメールを希望されることを確認してください。",
    wrong: "メールアドレスではありません。",
    origin: "このフォームは、そのサイトからの登録を受け付けていません。",
    unknownTitle: "このフォームはありません",
    unknown: "削除された可能性があります。",
    confirmTitle: "{sender} からのメール",
    confirmAbout: "{address} で {sender} からのメールを受け取りますか？",
    confirm: "はい、確認します",
    doneTitle: "確認しました",
    done: "今後、{address} に {sender} からのメールが届きます。どのメールにも配信停止のリンクがあります。",
    goneTitle: "このリンクはもう使えません",
    gone: "30 日を過ぎたか、一部が欠けています。もう一度ご登録ください。",
    empty: "空のままにしてください",
  },
};
