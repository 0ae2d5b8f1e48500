import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { confirm } from "../../ui/feedback/confirm";
import { ExportRows } from "../../ui/table/export-rows";
import { SettingsFrame } from "../parts/frame";
import { SessionTable, useSessionColumns } from "../parts/session-table";
import { sessionsQuery } from "../queries";
import { useEndSessions } from "../session-acts";

export function SessionsPage() {
  const { t } = useTranslation("accounts");
  const sessions = useQuery(sessionsQuery(useApi()));
  const end = useEndSessions();
  const { mutate } = end;
  const columns = useSessionColumns(useCallback((id: string) => mutate([id]), [mutate]));
  const others = sessions.data?.data.filter(({ current }) => !current).map(({ id }) => id) ?? [];
  const ask = () =>
    confirm(
      {
        title: t("sessions.endOthers"),
        children: t("sessions.endOthersLead", { count: others.length }),
        confirm: t("sessions.endOthers"),
        dangerous: true,
      },
      () => end.mutate(others),
    );
  return (
    <SettingsFrame
      part="sessions"
      actions={
        <>
          <ExportRows name="sessions" columns={columns} rows={sessions.data?.data ?? []} />
          {others.length > 0 && (
            <Button variant="default" loading={end.isPending} onClick={ask}>
              {t("sessions.endOthers")}
            </Button>
          )}
        </>
      }
    >
      <Shown of={sessions} skeleton={<RowSkeletons rows={3} />}>
        {({ data }) => <SessionTable sessions={data} columns={columns} />}
      </Shown>
    </SettingsFrame>
  );
}
