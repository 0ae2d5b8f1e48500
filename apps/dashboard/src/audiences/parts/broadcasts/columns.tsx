import type { ListedBroadcast } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { number } from "../../../ui/chart/numbers";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { RelativeTime } from "../../../ui/time/relative-time";
import { momentOf, nameOf } from "../../broadcast";
import classes from "../audiences.module.css";
import { RowMenu } from "./row-menu";
import { StateBadge } from "./state-badge";

interface Options {
  t: TFunction<"broadcasts">;
  language: string;
  /** By the segment's id; undefined: it is gone, or not known yet. */
  segmentOf(id: string): string | undefined;
  /** The person may act. */
  may: boolean;
}

export function broadcastColumns({ t, language, segmentOf, may }: Options): Column<ListedBroadcast>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      phone: "title",
      cell: (broadcast) => (
        <RowLink to="/broadcasts/$id" params={{ id: broadcast.id }}>
          {nameOf(broadcast) ?? t("nameless")}
        </RowLink>
      ),
    },
    {
      id: "state",
      header: t("column.state"),
      width: "132px",
      phone: "aside",
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: "segment",
      header: t("column.segment"),
      width: "22%",
      phone: "note",
      cell: ({ segment_id: id }) => (
        <span className={classes.quiet}>{(id !== null && segmentOf(id)) || "–"}</span>
      ),
    },
    {
      id: "mails",
      header: t("column.mails"),
      width: "96px",
      align: "end",
      cell: ({ state, mails }) => (
        <span className="tabular">{state === "draft" ? "–" : number(mails, language)}</span>
      ),
    },
    {
      id: "when",
      header: t("column.when"),
      width: "200px",
      align: "end",
      phone: "end",
      cell: (broadcast) => <When broadcast={broadcast} t={t} />,
    },
    ...(may ? [menuColumn(t)] : []),
  ];
}

function When({ broadcast, t }: { broadcast: ListedBroadcast; t: TFunction<"broadcasts"> }) {
  const { what, at } = momentOf(broadcast);
  return (
    <span className={classes.quiet}>
      {t(`when.${what}`)} <RelativeTime at={at} />
    </span>
  );
}

function menuColumn(t: TFunction<"broadcasts">): Column<ListedBroadcast> {
  return {
    id: "acts",
    header: "",
    label: t("column.acts"),
    width: "48px",
    align: "end",
    cell: (broadcast) => <RowMenu broadcast={broadcast} />,
  };
}
