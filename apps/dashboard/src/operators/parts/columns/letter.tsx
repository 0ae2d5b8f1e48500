import type { TFunction } from "i18next";
import { TextLink } from "../../../ui/page/link-button";
import type { Column } from "../../../ui/table/column";
import { Badge } from "../../../ui/text/badge";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { DeadLetter } from "../../answers";
import { LetterActions } from "../letter-actions";
import classes from "../operators.module.css";

export function letterColumns(t: TFunction<"operators">): Column<DeadLetter>[] {
  return [
    {
      id: "reason",
      header: t("letters.reason"),
      phone: "title",
      value: ({ reason, detail }) => (detail === null ? reason : `${reason}: ${detail}`),
      cell: ({ reason, detail, mode }) => (
        <span className={classes.cell}>
          <span>
            {reason} {mode === "test" && <Badge meaning="late">{t("letters.test")}</Badge>}
          </span>
          <span className={classes.note}>{detail}</span>
        </span>
      ),
    },
    {
      id: "subject",
      header: t("letters.subject"),
      width: "270px",
      value: ({ subject_id, part }) => (part === null ? subject_id : `${subject_id} ${part}`),
      cell: ({ subject_id, part }) => (
        <span className={classes.cell}>
          <span className={classes.mono}>{subject_id}</span>
          <span className={classes.note}>{part}</span>
        </span>
      ),
    },
    {
      id: "account",
      header: t("column.account"),
      width: "140px",
      phone: "note",
      value: ({ account_id }) => account_id,
      cell: ({ account_id: id }) =>
        id && (
          <TextLink to="/operator/accounts/$id" params={{ id }} className={classes.mono}>
            {id}
          </TextLink>
        ),
    },
    {
      id: "created_at",
      header: t("column.at"),
      width: "110px",
      align: "end",
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => <RelativeTime at={created_at} />,
    },
    {
      id: "acts",
      header: "",
      label: t("column.acts"),
      width: "196px",
      align: "end",
      phone: "end",
      cell: ({ id }) => <LetterActions id={id} />,
    },
  ];
}
