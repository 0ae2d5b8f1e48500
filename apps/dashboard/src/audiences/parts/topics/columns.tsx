import type { Topic } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { Copyable } from "../../../ui/text/copy";
import classes from "../audiences.module.css";
import { DefaultBadge } from "./default-badge";
import { TopicMenu } from "./menu";
import topic from "./topic.module.css";

/** @param edit opens its dialog; undefined: the person may not */
export function topicColumns(
  t: TFunction<"audiences">,
  edit: ((id: string) => void) | undefined,
): Column<Topic>[] {
  return [
    {
      id: "name",
      header: t("column.name"),
      phone: "title",
      cell: ({ name, description }) => (
        <>
          <span className={topic.name}>{name}</span>
          {description && <span className={topic.description}>{description}</span>}
        </>
      ),
    },
    {
      id: "default",
      header: t("column.default"),
      width: "180px",
      phone: "end",
      cell: ({ default_subscription }) => <DefaultBadge word={default_subscription} />,
    },
    {
      id: "id",
      header: t("id"),
      width: "320px",
      phone: "note",
      cell: ({ id }) => (
        <span className={classes.quiet}>
          <Copyable text={id} />
        </span>
      ),
    },
    ...(edit ? [menuColumn(t, edit)] : []),
  ];
}

function menuColumn(t: TFunction<"audiences">, edit: (id: string) => void): Column<Topic> {
  return {
    id: "acts",
    header: "",
    label: t("column.acts"),
    width: "48px",
    align: "end",
    phone: "aside",
    cell: (row) => <TopicMenu topic={row} edit={edit} />,
  };
}
