import { Select } from "@mantine/core";
import type { Member } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { useChangeRole } from "../member-acts";
import { assignable, whyFixed } from "../roles";
import classes from "./members.module.css";

/** What the member may do, to be changed where that is allowed. */
export function MemberRole({ member, owners }: { member: Member; owners: number }) {
  const { t } = useTranslation(["accounts", "app"]);
  const { account, user } = useCurrent();
  const change = useChangeRole();
  const { id, role, email } = member;
  const fixed = whyFixed(account.role, role, owners);
  if (fixed)
    return <span title={fixed === "last_owner" ? t("members.lastOwner") : ""}>{t(`app:role.${role}`)}</span>;
  const pick = (value: string | null) => {
    const next = assignable(account.role).find((word) => word === value);
    if (!next || next === role) return;
    // Whoever lowers their own role cannot raise it again.
    if (id !== user.id && next !== "owner") change.mutate({ id, role: next });
    else
      confirm(
        {
          title: t("members.changeTitle", { email }),
          children: t(id === user.id ? "members.changeOwnLead" : "members.makeOwnerLead"),
          confirm: t("members.change"),
        },
        () => change.mutate({ id, role: next }),
      );
  };
  return (
    <Select
      size="xs"
      className={classes.role}
      aria-label={t("members.roleOf", { email })}
      data={assignable(account.role).map((value) => ({ value, label: t(`app:role.${value}`) }))}
      value={role}
      onChange={pick}
      allowDeselect={false}
      disabled={change.isPending}
    />
  );
}
