import { Button, Group, Radio, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useCurrent } from "../../session/current";
import type { Role } from "../../session/session";
import { useInvite } from "../member-acts";
import { assignable } from "../roles";
import { Dialog } from "../../ui/dialog/dialog";
import classes from "./settings.module.css";

/** Sends the invitation by mail: whom, and what they may do. */
export function InviteForm({ close }: { close: () => void }) {
  const { t } = useTranslation(["accounts", "app"]);
  const { account } = useCurrent();
  const form = useForm<{ email: string; role: Role }>({
    mode: "uncontrolled",
    initialValues: { email: "", role: "developer" },
  });
  const invite = useInvite(close);
  const send = (values: { email: string; role: Role }) =>
    invite.mutate(values, { onError: (failure) => form.setErrors({ email: asProblem(failure).message }) });
  return (
    <Dialog opened onClose={close} title={t("invitations.form")}>
      <form className={classes.form} onSubmit={form.onSubmit(send)}>
        <TextInput
          type="email"
          label={t("column.address")}
          description={t("invitations.hint")}
          required
          withAsterisk={false}
          data-autofocus
          key={form.key("email")}
          {...form.getInputProps("email")}
        />
        <Radio.Group label={t("column.role")} key={form.key("role")} {...form.getInputProps("role")}>
          <div className={classes.choices}>
            {assignable(account.role).map((role) => (
              <Radio key={role} value={role} label={t(`app:role.${role}`)} description={t(`role.${role}`)} />
            ))}
          </div>
        </Radio.Group>
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            {t("invitations.send")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
