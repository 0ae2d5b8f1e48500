import type { BroadcastRecipient } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { TextLink } from "../../../ui/page/link-button";
import { RowLink } from "../../../ui/table/row-link";
import type { Outcome } from "../../broadcast-view";
import audiences from "../audiences.module.css";

export function recipientColumns(t: TFunction<"broadcasts">, outcome: Outcome): Column<BroadcastRecipient>[] {
  return [
    {
      id: "email",
      header: t("column.address"),
      phone: "title",
      cell: ({ id, email }) => (
        <RowLink to="/emails/$id" params={{ id }}>
          {email}
        </RowLink>
      ),
    },
    ...(outcome === "opened" || outcome === "clicked" || outcome === "bounced"
      ? [detailColumn(t, outcome)]
      : []),
    {
      id: "contact",
      header: t("column.contact"),
      width: "160px",
      align: "end",
      phone: "aside",
      cell: ({ contact_id: id }) =>
        id === null ? (
          <span className={audiences.quiet}>{t("recipients.noContact")}</span>
        ) : (
          <TextLink to="/contacts/$id" params={{ id }}>
            {t("recipients.contact")}
          </TextLink>
        ),
    },
  ];
}

/** How often it was opened, which links were followed, how it bounced. */
function detailColumn(
  t: TFunction<"broadcasts">,
  outcome: "opened" | "clicked" | "bounced",
): Column<BroadcastRecipient> {
  return {
    id: "detail",
    header: t(`detail.${outcome}`),
    width: "45%",
    phone: "note",
    cell: ({ count = 0, clicked_links: links = [], bounce_type: bounce }) => {
      if (outcome === "bounced") return bounce ? t(`bounce.${bounce}`) : "–";
      if (outcome === "opened") return t("times", { count });
      return (
        <span title={links.map(({ url }) => url).join("\n")}>{links.map(({ url }) => url).join(", ")}</span>
      );
    },
  };
}
