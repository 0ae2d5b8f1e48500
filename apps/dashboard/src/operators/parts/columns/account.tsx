import type { TFunction } from "i18next";
import type { Column } from "../../../ui/table/column";
import { RowLink } from "../../../ui/table/row-link";
import { RelativeTime } from "../../../ui/time/relative-time";
import type { ListedAccount } from "../../answers";
import classes from "../operators.module.css";
import { StandingBadge } from "../standing-badge";

export function accountColumns(t: TFunction<"operators">): Column<ListedAccount>[] {
  return [
    {
      id: "email",
      header: t("column.account"),
      phone: "title",
      value: ({ email }) => email,
      cell: ({ id, email }) => (
        <RowLink to="/operator/accounts/$id" params={{ id }}>
          {email}
        </RowLink>
      ),
    },
    {
      id: "standing",
      header: t("column.standing"),
      width: "140px",
      phone: "aside",
      value: ({ standing }) => standing,
      cell: ({ standing }) => <StandingBadge standing={standing} />,
    },
    {
      id: "tier",
      header: t("column.tier"),
      width: "110px",
      value: ({ tier }) => tier,
      cell: ({ tier }) => t(`tier.${tier}`),
    },
    {
      id: "id",
      header: t("column.id"),
      width: "270px",
      phone: "note",
      value: ({ id }) => id,
      cell: ({ id }) => <span className={classes.mono}>{id}</span>,
    },
    {
      id: "created_at",
      header: t("column.opened"),
      width: "120px",
      align: "end",
      phone: "end",
      named: true,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
