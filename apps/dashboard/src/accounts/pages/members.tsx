import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { later } from "../../ui/later/later";
import { Section } from "../../ui/page/section";
import { ExportRows } from "../../ui/table/export-rows";
import { SettingsFrame } from "../parts/frame";
import { Invitations } from "../parts/invitations";
import { MemberTable, useMemberColumns } from "../parts/member-table";
import { membersQuery } from "../queries";

const InviteForm = later(() => import("../parts/invite-form"), "InviteForm");

export function MembersPage() {
  const { t } = useTranslation("accounts");
  const may = useMay("admin");
  const members = useQuery(membersQuery(useApi()));
  const columns = useMemberColumns(members.data ?? []);
  const [inviting, { open, close }] = useDisclosure();
  useKeys(may ? { n: open } : {});
  return (
    <SettingsFrame
      part="members"
      actions={
        <>
          <ExportRows name="members" columns={columns} rows={members.data ?? []} />
          {may && (
            <Button leftSection={<UserPlus size={14} />} onClick={open}>
              {t("invitations.action")}
            </Button>
          )}
        </>
      }
    >
      <Section title={t("members.title")} lead={!may && t("onlyAdmins")} plain>
        <Shown of={members} skeleton={<RowSkeletons rows={3} />}>
          {(found) => <MemberTable members={found} columns={columns} />}
        </Shown>
      </Section>
      {may && <Invitations />}
      {inviting && <InviteForm close={close} />}
    </SettingsFrame>
  );
}
