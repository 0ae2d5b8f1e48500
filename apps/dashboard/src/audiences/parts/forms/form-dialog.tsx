import { Button, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Form } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { Dialog } from "../../../ui/dialog/dialog";
import { fieldErrors } from "../../field-errors";
import { bodyOf, type FormValues, valuesOf } from "../../form";
import { useWriteForm } from "../../form-acts";
import classes from "../audiences.module.css";
import { JoinFields } from "./join-fields";

/** Source: packages/core/src/audiences/forms/form.ts; the API has the last word. */
const MOST_NAME_CHARACTERS = 256;

interface Props {
  /** What is changed; undefined: a new one. */
  form: Form | undefined;
  opened: boolean;
  close: () => void;
  written: (form: Form) => void;
}

export function FormDialog({ form, opened, close, written }: Props) {
  const { t } = useTranslation("audiences");
  return (
    <Dialog opened={opened} onClose={close} title={t(form ? "forms.editTitle" : "forms.new")} size="lg">
      <FormForm key={form?.id} form={form} written={written} />
    </Dialog>
  );
}

function FormForm({ form, written }: Pick<Props, "form" | "written">) {
  const { t } = useTranslation("audiences");
  const write = useWriteForm(form, written);
  const fields = useForm<FormValues>({ initialValues: valuesOf(form) });
  const submit = fields.onSubmit((values) =>
    write.mutate(bodyOf(values), {
      onError: (failure) => fields.setErrors(fieldErrors(asProblem(failure), "name")),
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("column.name")}
          description={t("forms.nameHint")}
          maxLength={MOST_NAME_CHARACTERS}
          required
          withAsterisk={false}
          data-autofocus
          {...fields.getInputProps("name")}
        />
        <JoinFields field={(name) => fields.getInputProps(name)} />
        <TextInput
          label={t("forms.from")}
          description={t("forms.fromHint")}
          {...fields.getInputProps("from")}
        />
        <TextInput
          label={t("forms.template")}
          description={t("forms.templateHint")}
          {...fields.getInputProps("template")}
        />
        <TextInput
          label={t("forms.redirect")}
          description={t("forms.redirectHint")}
          placeholder="https://"
          {...fields.getInputProps("redirect_url")}
        />
        <Textarea
          label={t("forms.origins")}
          description={t("forms.originsHint")}
          placeholder="https://www.example.com"
          autosize
          minRows={1}
          maxRows={5}
          {...fields.getInputProps("allowed_origins")}
        />
        <div className={classes.foot}>
          <Button type="submit" loading={write.isPending}>
            {t(form ? "save" : "forms.new")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
