import { ActionIcon, Tooltip } from "@mantine/core";
import type { Member } from "@sendex/sdk/generated/api";
import { LogOut, UserMinus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent, useMay } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { useRemoveMember } from "../member-acts";
import { whyFixed } from "../roles";

/** Removes the member; for oneself, leaves the account. */
export function MemberActions({ member: { id, email, role }, owners }: { member: Member; owners: number }) {
  const { t } = useTranslation("accounts");
  const { account, user } = useCurrent();
  const may = useMay("admin");
  const remove = useRemoveMember();
  if (!may || whyFixed(account.role, role, owners)) return null;
  const [what, Icon] = id === user.id ? (["leave", LogOut] as const) : (["remove", UserMinus] as const);
  const label = t(`members.${what}`, { email });
  const ask = () =>
    confirm(
      {
        title: t(`members.${what}Title`, { email, account: account.name }),
        children: t(`members.${what}Lead`),
        confirm: t(`members.${what}Action`),
        dangerous: true,
      },
      () => remove.mutate(id),
    );
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={ask} loading={remove.isPending}>
        <Icon size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
