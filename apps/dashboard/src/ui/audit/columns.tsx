import i18next, { type ParseKeys, type TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { TextLink } from "../page/link-button";
import type { Column } from "../table/column";
import { Badge } from "../text/badge";
import { RelativeTime } from "../time/relative-time";
import classes from "./audit.module.css";
import { actOf, type AuditRow, detailsOf, modeOf, readActor } from "./entry";
import { placeOf } from "./subject";

export function useAuditColumns(): Column<AuditRow>[] {
  const { t } = useTranslation(["audit", "ui"]);
  return useMemo(() => auditColumns(t), [t]);
}

function auditColumns(t: TFunction<["audit", "ui"]>): Column<AuditRow>[] {
  return [
    {
      id: "act",
      header: t("column.act"),
      phone: "title",
      value: ({ act }) => act,
      cell: (row) => <Act row={row} />,
    },
    {
      id: "subject",
      header: t("column.subject"),
      width: "22%",
      value: ({ subject }) => subject,
      cell: (row) => <Subject row={row} />,
    },
    {
      id: "account",
      header: t("column.account"),
      width: "20%",
      value: ({ account = null }) => account,
      cell: ({ account }) =>
        account && (
          <TextLink to="/operator/accounts/$id" params={{ id: account }} className={classes.id}>
            {account}
          </TextLink>
        ),
    },
    {
      id: "actor",
      header: t("column.actor"),
      width: "20%",
      phone: "note",
      value: ({ actor }) => actor,
      cell: ({ actor }) => <Who actor={actor} />,
    },
    {
      id: "at",
      header: t("column.at"),
      width: "104px",
      align: "end",
      phone: "end",
      value: ({ at }) => at,
      cell: ({ at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={at} />
        </span>
      ),
    },
    { id: "detail", header: "", width: "0", value: ({ detail }) => JSON.stringify(detail), cell: () => null },
  ];
}

type Act = ParseKeys<"audit"> extends infer Key ? (Key extends `act.${infer Name}` ? Name : never) : never;

function isTold(act: string): act is Act {
  return i18next.exists(`act.${act}`, { ns: "audit" });
}

/** In a sentence; an act that has none yet by its name. */
function Act({ row: { act, detail } }: { row: AuditRow }) {
  const { t } = useTranslation(["audit", "ui"]);
  const name = actOf(act);
  const details = detailsOf(detail);
  return (
    <span className={classes.act}>
      <span className={classes.words}>
        {isTold(name) ? t(`act.${name}`) : <code>{name}</code>}
        {modeOf(detail) && <Badge meaning="late">{t("mode.test")}</Badge>}
      </span>
      {details.length > 0 && (
        <span className={classes.details}>
          {details.map(([key, value]) => `${key}: ${value}`).join(" · ")}
        </span>
      )}
    </span>
  );
}

function Subject({ row: { subject, account } }: { row: AuditRow }) {
  if (subject === null) return null;
  const place = account === undefined ? placeOf(subject) : undefined;
  if (!place) return <code className={classes.id}>{subject}</code>;
  return (
    <TextLink to={place} className={classes.id}>
      {subject}
    </TextLink>
  );
}

function Who({ actor }: { actor: string }) {
  const { t } = useTranslation("audit");
  const { kind, name } = readActor(actor);
  return (
    <span title={actor}>
      {name} {kind && <span className={classes.quiet}>{t(`actor.${kind}`)}</span>}
    </span>
  );
}
