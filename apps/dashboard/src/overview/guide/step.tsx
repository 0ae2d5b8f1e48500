import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./guide.module.css";
import type { State } from "./progress";

interface Props {
  number: number;
  state: State;
  title: string;
  children: ReactNode;
}

/** A step of the checklist; what it holds stays open, so that nobody has to find it again. */
export function GuideStep({ number, state, title, children }: Props) {
  const { t } = useTranslation("overview");
  return (
    <li className={classes.step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
      <span className={classes.mark} aria-hidden>
        {state === "done" ? <Check size={14} strokeWidth={2.5} /> : number}
      </span>
      <div className={classes.content}>
        <h2 className={classes.title}>
          {title} {state === "done" && <span className="only-read-aloud">({t("guide.done")})</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
