import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from "lucide-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import { type Check, checksOf, type Verdict, verdictOfLink } from "../checks";
import type { FoundLink, Mail } from "../mail";
import classes from "./checks.module.css";

const ICONS: Record<Verdict, LucideIcon> = { good: CircleCheck, late: TriangleAlert, bad: CircleAlert };

/** What somebody would look for before this mail goes to people, and every link that is in it. */
export function Checks({ mail }: { mail: Mail }) {
  const { t } = useTranslation("sandbox");
  return (
    <>
      <ul className={classes.checks}>
        {checksOf(mail).map((check) => (
          <Line
            key={check.kind}
            verdict={check.verdict}
            notes={
              check.kind === "unsubscribe" && check.state !== "none" ? mail.list_unsubscribe.problems : []
            }
          >
            {sentenceOf(check, t)}
          </Line>
        ))}
      </ul>
      {mail.links.length > 0 && (
        <>
          <h3 className={classes.title}>{t("links.title")}</h3>
          <ul className={classes.links}>
            {mail.links.map((link, at) => (
              <Found key={at} link={link} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface LineProps {
  verdict: Verdict;
  /** In English, as the API writes them. */
  notes: string[];
  children: string;
}

function Line({ verdict, notes, children }: LineProps) {
  const { t } = useTranslation("sandbox");
  const Icon = ICONS[verdict];
  return (
    <li className={classes.check} data-verdict={verdict}>
      <Icon size={15} aria-label={t(`verdict.${verdict}`)} />
      <div>
        {children}
        {notes.map((note) => (
          <div key={note} className={classes.note}>
            {note}
          </div>
        ))}
      </div>
    </li>
  );
}

function sentenceOf(check: Check, t: TFunction<"sandbox">): string {
  if (check.kind === "unsubscribe") return t(`unsubscribe.${check.state}`);
  if (check.kind === "links") {
    const { count, wrong } = check;
    if (count === 0) return t("check.links.none");
    return wrong === 0
      ? t("check.links.good", { count })
      : t("check.links.wrong", { count: wrong, all: count });
  }
  return t(`check.${check.kind}.${check.verdict === "good" ? "good" : "wrong"}`);
}

/** As text: the address may be anything that a sender wrote. */
function Found({ link }: { link: FoundLink }) {
  const { t } = useTranslation("sandbox");
  const verdict = verdictOfLink(link);
  return (
    <li className={classes.link}>
      <Badge meaning={verdict} icon={ICONS[verdict]}>
        {t(`link.${link.problem ?? "fine"}`)}
      </Badge>
      <span className={classes.words}>
        <span className={classes.text}>{link.text.trim() || t("link.noText")}</span>
        <code className={classes.href}>{link.url}</code>
      </span>
    </li>
  );
}
