import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Invitation } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { MailPlus } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { Section } from "../../ui/page/section";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { Badge } from "../../ui/text/badge";
import { RelativeTime } from "../../ui/time/relative-time";
import { useRevoke } from "../member-acts";
import { invitationsQuery } from "../queries";

/** Who is invited and has not come yet. */
export function Invitations() {
  const { t } = useTranslation(["accounts", "app"]);
  const invitations = useQuery(invitationsQuery(useApi()));
  const columns = useMemo(() => invitationColumns(t), [t]);
  return (
    <Section title={t("invitations.title")} plain>
      <Shown of={invitations} skeleton={<RowSkeletons rows={2} />}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={MailPlus} title={t("invitations.none")}>
              {t("invitations.noneLead")}
            </EmptyState>
          ) : (
            <DataTable label={t("invitations.title")} columns={columns} rows={data} rowId={({ id }) => id} />
          )
        }
      </Shown>
    </Section>
  );
}

function invitationColumns(t: TFunction<["accounts", "app"]>): Column<Invitation>[] {
  return [
    {
      id: "email",
      header: t("column.address"),
      phone: "title",
      value: ({ email }) => email,
      cell: ({ email }) => email,
    },
    {
      id: "status",
      header: t("column.status"),
      width: "120px",
      phone: "aside",
      value: ({ status }) => status,
      cell: ({ status }) => (
        <Badge meaning={status === "pending" ? "going" : "idle"}>{t(`invitations.${status}`)}</Badge>
      ),
    },
    {
      id: "expires_at",
      header: t("column.expires"),
      width: "120px",
      phone: "note",
      named: true,
      value: ({ expires_at }) => expires_at,
      cell: ({ expires_at }) => <RelativeTime at={expires_at} />,
    },
    {
      id: "role",
      header: t("column.role"),
      width: "120px",
      value: ({ role }) => role,
      cell: ({ role }) => t(`app:role.${role}`),
    },
    {
      id: "acts",
      header: "",
      label: t("column.acts"),
      width: "112px",
      align: "end",
      phone: "end",
      cell: (invitation) => <Revoke invitation={invitation} />,
    },
  ];
}

function Revoke({ invitation: { id, email } }: { invitation: Invitation }) {
  const { t } = useTranslation("accounts");
  const revoke = useRevoke();
  return (
    <Button
      variant="default"
      aria-label={t("invitations.revokeOf", { email })}
      loading={revoke.isPending}
      onClick={() => revoke.mutate(id)}
    >
      {t("invitations.revoke")}
    </Button>
  );
}
