import type { Form } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useRemoveForm } from "../../form-acts";
import { RowMenu } from "../row-menu";

export function FormMenu({ form, edit }: { form: Form; edit: (id: string) => void }) {
  const { t } = useTranslation("audiences");
  const remove = useRemoveForm(form);
  return (
    <RowMenu
      name={form.name}
      change={t("forms.edit")}
      onChange={() => edit(form.id)}
      lead={t("forms.removeLead")}
      pending={remove.isPending}
      onRemove={() => remove.mutate()}
    />
  );
}
