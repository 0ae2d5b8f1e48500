import type { Appeal } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useCurrent, useMay } from "../../session/current";
import { Section } from "../../ui/page/section";
import { appealsLeft, newestFirst } from "../appeals";
import { AppealForm } from "./appeal-form";
import { AppealItem } from "./appeal-item";
import classes from "./reputation.module.css";

/** The appeals against this suspension with what became of them, and the form for another. */
export function Appeals({ appeals }: { appeals: Appeal[] }) {
  const { t } = useTranslation("reputation");
  const { account } = useCurrent();
  const admin = useMay("admin");
  const { may, left, open } = appealsLeft(appeals);
  return (
    <Section title={t("appeal")} lead={t("appeal.lead")}>
      {may && admin && <AppealForm left={left} />}
      {may && !admin && <p className={classes.quiet}>{t("appeal.askAdmin", { name: account.name })}</p>}
      {open && <p>{t("appeal.waits")}</p>}
      {left === 0 && !open && <p className={classes.quiet}>{t("appeal.noMore")}</p>}
      {appeals.length > 0 && (
        <ol className={classes.list} aria-label={t("appeal.history")}>
          {newestFirst(appeals).map((appeal) => (
            <AppealItem key={appeal.id} appeal={appeal} />
          ))}
        </ol>
      )}
    </Section>
  );
}
