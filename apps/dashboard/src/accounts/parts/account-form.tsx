import { Button, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useMay } from "../../session/current";
import { now } from "../../ui/time/clock";
import { useChangeAccount } from "../acts";
import { timeZones } from "../time-zones";
import classes from "./settings.module.css";

/** Name and time zone. */
export function AccountForm({ account }: { account: Account }) {
  const { t, i18n } = useTranslation("accounts");
  const may = useMay("admin");
  const change = useChangeAccount();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { name: account.name ?? "", timezone: account.timezone },
  });
  const save = (values: typeof form.values) =>
    change.mutate(values, {
      onSuccess: () => form.resetDirty(values),
      onError: (failure) => form.setErrors(errorsOf(failure)),
    });
  return (
    <form className={classes.form} onSubmit={form.onSubmit(save)}>
      <TextInput
        label={t("account.name")}
        description={t("account.nameHint")}
        placeholder={account.email}
        maxLength={100}
        disabled={!may}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
      <Select
        label={t("account.timezone")}
        description={t("account.timezoneHint")}
        data={timeZones(account.timezone, now(), i18n.language)}
        searchable
        allowDeselect={false}
        maxDropdownHeight={280}
        disabled={!may}
        key={form.key("timezone")}
        {...form.getInputProps("timezone")}
      />
      <div className={classes.foot}>
        <span className={classes.quiet}>{!may && t("onlyAdmins")}</span>
        {may && (
          <Button type="submit" loading={change.isPending}>
            {t("save")}
          </Button>
        )}
      </div>
    </form>
  );
}

function errorsOf(failure: unknown): Record<string, string> {
  const { fields, message } = asProblem(failure);
  if (fields.length === 0) return { name: message };
  return Object.fromEntries(fields.map((field) => [field.field, field.message]));
}
