import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Problem, severityOf } from "../../diagnostics";
import classes from "./problems.module.css";

interface Props {
  problems: readonly Problem[];
  /** Used in the template, and not declared. */
  undeclared: readonly string[];
  /** Leads to the place of one. */
  show(problem: Problem): void;
}

/** What stands in the way of a right mail, each a step away. */
export function Problems({ problems, undeclared, show }: Props) {
  const { t } = useTranslation("templates");
  if (problems.length === 0)
    return (
      <div className={classes.fine} role="status">
        <CircleCheck size={14} aria-hidden />
        {undeclared.length > 0 ? t("problems.undeclared", { count: undeclared.length }) : t("problems.none")}
      </div>
    );
  return (
    <ul className={classes.problems} aria-label={t("problems.title")} aria-live="polite">
      {problems.map((problem, index) => {
        const { field, line, column, message, kind } = problem;
        const wrong = severityOf(kind) === "error";
        const Icon = wrong ? CircleAlert : TriangleAlert;
        return (
          <li key={index}>
            <button
              type="button"
              className={classes.problem}
              data-wrong={wrong}
              onClick={() => show(problem)}
            >
              <Icon size={14} aria-hidden />
              <span className={classes.message}>{message}</span>
              <span className={classes.place}>
                {line === null ? field : t("problems.at", { field, line, column: column ?? 1 })}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
