import { isStyled } from "../reading/fold";
import { quote, type ReadSignals, type Signal } from "./signal";
import type { MailView } from "../view";

const WEIGHTS = {
  passwordForm: 4,
  form: 0.6,
  script: 0.6,
  picture: 1.8,
  pictureAlone: 0.7,
  hidden: 2,
  disguised: 1.2,
  disguisedMany: 2.4,
  disguisedName: 2,
  styled: 1.1,
  page: 1.6,
  program: 2.5,
  doubleName: 2.5,
};
/** Letters: below, a mail that shows a picture says nothing itself. */
const FEW_LETTERS = 160;
/** Letters of hidden text; a preview line is shorter. */
const MUCH_HIDDEN = 400;
/** Of the hidden words, those that are shown as well: a version for small screens repeats what is shown. */
const REPEATED = 0.4;

/** How a mail is built: forms, pictures instead of words, hidden text, disguised letters, files that run. */
export const buildSignals: ReadSignals = (view) => [
  ...forms(view),
  ...pictures(view),
  ...hiddenText(view),
  ...disguises(view),
  ...files(view.mail.files),
];

function forms({ page, placed }: MailView): Signal[] {
  const signals: Signal[] = [];
  if (page.forms.some(({ password }) => password))
    signals.push(
      phishing("form_asks_password", WEIGHTS.passwordForm, true, "It has a form that asks for a password."),
    );
  else if (placed && page.forms.some(({ fields }) => fields > 0))
    signals.push(phishing("form_in_mail", WEIGHTS.form, false, "It has a form to be filled in."));
  if (page.script)
    signals.push(
      phishing("script_in_mail", WEIGHTS.script, false, "It has a script, or sends the reader on by itself."),
    );
  return signals;
}

function pictures({ page, body, leads, mail }: MailView): Signal[] {
  if (page.images === 0 || leads === "unknown") return [];
  const letters = body.replace(/\P{L}/gu, "").length;
  const clickable = page.anchors.some(({ image }) => image);
  if (letters > FEW_LETTERS || !clickable || leads === "home") return [];
  const alone = (mail.text ?? "").trim().length < FEW_LETTERS;
  const weight = WEIGHTS.picture + (alone ? WEIGHTS.pictureAlone : 0);
  return [
    phishing("picture_for_words", weight, false, "It shows a picture that can be clicked instead of words."),
  ];
}

function hiddenText({ page, words }: MailView): Signal[] {
  const letters = page.hidden.replace(/\P{L}/gu, "").length;
  if (letters < MUCH_HIDDEN) return [];
  const shown = new Set(words);
  const hidden = page.hidden.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const repeated = hidden.filter((word) => shown.has(word)).length;
  if (repeated > hidden.length * REPEATED) return [];
  return [
    phishing(
      "hidden_text",
      WEIGHTS.hidden,
      false,
      "It carries a long text that no reader sees, next to what it shows.",
    ),
  ];
}

function disguises({ disguised, mail }: MailView): Signal[] {
  const signals: Signal[] = [];
  const [first] = disguised;
  if (first !== undefined) {
    const weight = disguised.length > 2 ? WEIGHTS.disguisedMany : WEIGHTS.disguised;
    const sentence = `Words such as ${quote(first)} are written with look-alike or invisible characters.`;
    signals.push(phishing("disguised_words", weight, disguised.length > 1, sentence));
  }
  if (isStyled(mail.from.name ?? "") || isStyled(mail.subject ?? ""))
    signals.push(
      phishing(
        "styled_letters",
        WEIGHTS.styled,
        false,
        "Its subject or sender is written in styled letters.",
      ),
    );
  return signals;
}

const PAGE_FILE = /\.(?:s?html?|xhtml|svg|mht|eml)$/i;
const PROGRAM_FILE =
  /\.(?:exe|scr|pif|com|cmd|bat|ps1|vbs|vbe|js|jse|wsf|hta|msi|jar|lnk|iso|img|vhdx?|ace|cab|chm|reg|dll|xll|one|apk)$/i;
const DOUBLE_NAME = /\.(?:pdf|docx?|xlsx?|jpe?g|png|txt|csv|zip)[\s._-]*\.[a-z0-9]{2,5}$/i;

function files(names: string[]): Signal[] {
  const found = (pattern: RegExp) => names.find((name) => pattern.test(name.trim()));
  const doubled = found(DOUBLE_NAME);
  if (doubled !== undefined)
    return [
      phishing(
        "file_with_two_endings",
        WEIGHTS.doubleName,
        true,
        `The file ${quote(doubled)} pretends to be another kind.`,
      ),
    ];
  const program = found(PROGRAM_FILE);
  if (program !== undefined)
    return [phishing("file_runs", WEIGHTS.program, true, `The file ${quote(program)} can run a program.`)];
  const page = found(PAGE_FILE);
  if (page === undefined) return [];
  return [phishing("file_is_page", WEIGHTS.page, false, `The file ${quote(page)} is a web page of its own.`)];
}

function phishing(signal: string, weight: number, structural: boolean, sentence: string): Signal {
  return { signal, label: "phishing", weight, structural, sentence };
}
