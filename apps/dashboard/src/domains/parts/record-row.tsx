import { Check, CircleDashed, CircleHelp, Hourglass, type LucideIcon, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/text/badge";
import { Copyable } from "../../ui/text/copy";
import type { DomainRecord } from "../queries";
import { meaningOf, problemOf } from "../verdict";
import classes from "./record-group.module.css";

const ICONS: Record<DomainRecord["status"], LucideIcon> = {
  not_started: CircleDashed,
  pending: Hourglass,
  verified: Check,
  failed: X,
  temporary_failure: CircleHelp,
};

/** One record: what to copy into which field, what DNS says of it, and what is wrong. */
export function RecordRow({ record }: { record: DomainRecord }) {
  const { t } = useTranslation("domains");
  const { type, name, value, status, priority } = record;
  const problem = problemOf(record);
  return (
    <div className={classes.record}>
      <div className={classes.head}>
        <code className={classes.type}>{type}</code>
        <Badge meaning={meaningOf(record)} icon={ICONS[status]}>
          {t(`record.${status}`)}
        </Badge>
      </div>
      <dl className={classes.fields}>
        <dt>{t("field.name")}</dt>
        <dd>
          <Copyable text={name} what={t("copy.name")} />
        </dd>
        <dt>{t("field.value")}</dt>
        <dd>
          <Copyable text={value} what={t("copy.value")} />
        </dd>
        {priority !== undefined && (
          <>
            <dt>{t("field.priority")}</dt>
            <dd>
              <Copyable text={String(priority)} what={t("copy.priority")} />
            </dd>
          </>
        )}
      </dl>
      {problem && (
        <p className={classes.problem} data-meaning={meaningOf(record)}>
          {t(problem, { type, name })}
        </p>
      )}
    </div>
  );
}
