import type { Broadcast, ClickedLink } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { number } from "../../../ui/chart/numbers";
import { Shown } from "../../../ui/feedback/shown";
import { RowSkeletons } from "../../../ui/feedback/skeletons";
import { Section } from "../../../ui/page/section";
import type { Column } from "../../../ui/table/column";
import { DataTable } from "../../../ui/table/data-table";
import { clickedLinksQuery } from "../../broadcast-queries";
import audiences from "../audiences.module.css";

/** The links that people followed, those of most people first. */
export function ClickedLinks({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  const links = useQuery(clickedLinksQuery(useApi(), broadcast));
  return (
    <Section title={t("links.title")} plain>
      <Shown of={links} skeleton={<RowSkeletons rows={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={audiences.quiet}>{t("links.none")}</p>
          ) : (
            <DataTable
              label={t("links.title")}
              columns={columns(t, i18n.language)}
              rows={rows}
              rowId={({ id }) => id}
            />
          )
        }
      </Shown>
    </Section>
  );
}

/** A link is a stranger's: it is shown, and leads nowhere. */
function columns(t: TFunction<"broadcasts">, language: string): Column<ClickedLink>[] {
  return [
    {
      id: "url",
      header: t("column.link"),
      phone: "title",
      cell: ({ url }) => <span title={url}>{url}</span>,
    },
    {
      id: "unique_clicks",
      header: t("column.people"),
      width: "110px",
      align: "end",
      phone: "note",
      named: true,
      cell: ({ unique_clicks }) => <span className="tabular">{number(unique_clicks, language)}</span>,
    },
    {
      id: "clicks",
      header: t("column.clicks"),
      width: "110px",
      align: "end",
      phone: "end",
      named: true,
      cell: ({ clicks }) => <span className="tabular">{number(clicks, language)}</span>,
    },
  ];
}
