import type { Segment } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";
import classes from "../audiences.module.css";
import { SegmentMenu } from "./menu";

/** A row leads to its contacts. @param rename opens the dialog that changes it; undefined: the person may not */
export function segmentColumns(
  t: TFunction<"audiences">,
  rename: ((id: string) => void) | undefined,
): Column<Segment>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      phone: "title",
      sort: true,
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <RowLink to="/contacts" search={{ segment: id }}>
          {name}
        </RowLink>
      ),
    },
    {
      id: "kind",
      header: t("column.kind"),
      width: "96px",
      phone: "note",
      sort: true,
      value: ({ rule }) => (rule ? 1 : 0),
      cell: ({ rule }) => (
        <span className={classes.quiet}>{t(`segments.kind.${rule ? "rule" : "list"}`)}</span>
      ),
    },
    {
      id: "id",
      header: t("id"),
      width: "320px",
      phone: "note",
      cell: ({ id }) => <Copyable text={id} />,
    },
    {
      id: "created_at",
      header: t("column.created"),
      width: "128px",
      align: "end",
      phone: "end",
      sort: true,
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      ),
    },
    ...(rename ? [menuColumn(t, rename)] : []),
  ];
}

function menuColumn(t: TFunction<"audiences">, rename: (id: string) => void): Column<Segment> {
  return {
    id: "acts",
    header: "",
    label: t("column.acts"),
    width: "48px",
    align: "end",
    phone: "aside",
    cell: (segment) => <SegmentMenu segment={segment} rename={rename} />,
  };
}
