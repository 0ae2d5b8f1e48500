import type { Member } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { Badge } from "../../ui/text/badge";
import { RelativeTime } from "../../ui/time/relative-time";
import { MemberActions } from "./member-actions";
import classes from "./members.module.css";
import { MemberRole } from "./member-role";

export function MemberTable({ members, columns }: { members: Member[]; columns: Column<Member>[] }) {
  const { t } = useTranslation("accounts");
  return <DataTable label={t("members.title")} columns={columns} rows={members} rowId={({ id }) => id} />;
}

export function useMemberColumns(members: Member[]): Column<Member>[] {
  const { t } = useTranslation("accounts");
  const { user } = useCurrent();
  const owners = members.filter(({ role }) => role === "owner").length;
  return useMemo(() => memberColumns(t, user.id, owners), [t, user.id, owners]);
}

function memberColumns(t: TFunction<"accounts">, self: string, owners: number): Column<Member>[] {
  return [
    {
      id: "email",
      header: t("column.person"),
      phone: "title",
      sort: true,
      value: ({ email }) => email,
      cell: (member) => <Person member={member} self={member.id === self} />,
    },
    {
      id: "two_factor",
      header: t("column.twoFactor"),
      width: "120px",
      phone: "note",
      named: true,
      sort: true,
      value: ({ two_factor_enabled }) => (two_factor_enabled ? 1 : 0),
      cell: ({ two_factor_enabled: on }) => (
        <Badge meaning={on ? "good" : "idle"} icon={on ? ShieldCheck : ShieldOff}>
          {t(on ? "on" : "off")}
        </Badge>
      ),
    },
    {
      id: "created_at",
      header: t("column.joined"),
      width: "120px",
      sort: true,
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => <RelativeTime at={created_at} />,
    },
    {
      id: "role",
      header: t("column.role"),
      width: "160px",
      phone: "end",
      sort: true,
      value: ({ role }) => role,
      cell: (member) => <MemberRole member={member} owners={owners} />,
    },
    {
      id: "acts",
      header: "",
      label: t("column.acts"),
      width: "56px",
      align: "end",
      phone: "aside",
      cell: (member) => <MemberActions member={member} owners={owners} />,
    },
  ];
}

function Person({ member: { name, email }, self }: { member: Member; self: boolean }) {
  const { t } = useTranslation("accounts");
  return (
    <span className={classes.person}>
      <span className={classes.name}>
        <span className={classes.cut}>{name || email}</span>
        {self && <span className={classes.quiet}>{t("members.you")}</span>}
      </span>
      {name && name !== email && <span className={classes.quiet}>{email}</span>}
    </span>
  );
}
