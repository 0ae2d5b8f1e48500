import { Link } from "@tanstack/react-router";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { duration } from "../duration";
import { type Sign, wrongOf } from "../signs";
import classes from "./signs.module.css";

const PLACES = {
  still: "/operator",
  routes: "/operator",
  deadLetters: "/operator/dead-letters",
  held: "/operator/accounts",
  cases: "/operator/review-cases",
  appeals: "/operator/appeals",
  ledger: "/operator/ledger",
} as const satisfies Record<Sign["id"], string>;

/** What needs somebody in one sentence, and each kind with its number. */
export function Signs({ signs }: { signs: Sign[] }) {
  const { t } = useTranslation("operators");
  const wrong = wrongOf(signs);
  if (signs.length === 0) return null;
  const Icon = wrong.length > 0 ? TriangleAlert : CircleCheck;
  return (
    <section aria-label={t("signs.label")} className={classes.signs}>
      <div className={classes.verdict} role="status" data-meaning={worstOf(wrong)}>
        <Icon size={18} aria-hidden />
        {wrong.length > 0 ? t("signs.wrong", { count: wrong.length }) : t("signs.calm")}
      </div>
      <ul className={classes.list}>
        {signs.map((sign) => (
          <li key={sign.id}>
            <SignLink sign={sign} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignLink({ sign: { id, meaning, count, more, seconds } }: { sign: Sign }) {
  const { t, i18n } = useTranslation("operators");
  return (
    <Link to={PLACES[id]} className={classes.sign} data-meaning={meaning}>
      <span className={classes.count}>
        {new Intl.NumberFormat(i18n.language).format(count)}
        {more && "+"}
      </span>
      <span className={classes.name}>{t(`signs.${id}`)}</span>
      {count > 0 && seconds !== undefined && (
        <span className={classes.since}>{t("signs.for", { time: duration(seconds, i18n.language) })}</span>
      )}
    </Link>
  );
}

function worstOf(wrong: Sign[]): Sign["meaning"] {
  if (wrong.length === 0) return "good";
  return wrong.some(({ meaning }) => meaning === "bad") ? "bad" : "late";
}
