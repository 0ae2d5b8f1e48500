import { Button } from "@mantine/core";
import type { ListedSession } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { MonitorSmartphone, Smartphone } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { Badge } from "../../ui/text/badge";
import { RelativeTime } from "../../ui/time/relative-time";
import { deviceOf } from "../device";
import classes from "./members.module.css";

type End = (id: string) => void;

interface Props {
  sessions: ListedSession[];
  columns: Column<ListedSession>[];
}

/** This one first. */
export function SessionTable({ sessions, columns }: Props) {
  const { t } = useTranslation("accounts");
  const rows = useMemo(() => [...sessions].sort((a, b) => Number(b.current) - Number(a.current)), [sessions]);
  return <DataTable label={t("part.sessions")} columns={columns} rows={rows} rowId={({ id }) => id} />;
}

export function useSessionColumns(end: End): Column<ListedSession>[] {
  const { t } = useTranslation("accounts");
  return useMemo(() => sessionColumns(t, end), [t, end]);
}

function sessionColumns(t: TFunction<"accounts">, end: End): Column<ListedSession>[] {
  return [
    {
      id: "device",
      header: t("column.device"),
      phone: "title",
      value: ({ user_agent }) => user_agent,
      cell: (session) => <Device session={session} />,
    },
    {
      id: "ip_address",
      header: t("column.ip"),
      width: "180px",
      phone: "note",
      value: ({ ip_address }) => ip_address,
      cell: ({ ip_address }) => ip_address ?? "–",
    },
    {
      id: "created_at",
      header: t("column.signedIn"),
      width: "140px",
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => <RelativeTime at={created_at} />,
    },
    {
      id: "expires_at",
      header: t("column.ends"),
      width: "140px",
      value: ({ expires_at }) => expires_at,
      cell: ({ expires_at }) => <RelativeTime at={expires_at} />,
    },
    {
      id: "acts",
      header: "",
      label: t("column.acts"),
      width: "128px",
      align: "end",
      phone: "aside",
      cell: ({ id, current }) =>
        current ? (
          <Badge meaning="good">{t("sessions.current")}</Badge>
        ) : (
          <Button variant="default" onClick={() => end(id)}>
            {t("sessions.end")}
          </Button>
        ),
    },
  ];
}

function Device({ session: { user_agent } }: { session: ListedSession }) {
  const { t } = useTranslation("accounts");
  const { browser = t("sessions.unknownBrowser"), system, handheld } = deviceOf(user_agent);
  const Icon = handheld ? Smartphone : MonitorSmartphone;
  return (
    <span className={classes.name} title={user_agent ?? ""}>
      <Icon size={16} aria-hidden />
      {system ? t("sessions.on", { browser, system }) : browser}
    </span>
  );
}
