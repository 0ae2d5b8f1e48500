import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { say, sayProblem } from "../../../ui/feedback/toast";
import { Copyable } from "../../../ui/text/copy";
import { useSave } from "../../acts";
import type { Template } from "../../template";
import { Dialog } from "../../../ui/dialog/dialog";

interface Props {
  template: Template;
  opened: boolean;
  close: () => void;
}

/** Name and alias belong to no version: they hold as soon as they are stored. */
export function Naming({ template: { id, name, alias }, opened, close }: Props) {
  const { t } = useTranslation("templates");
  const save = useSave(id);
  const form = useForm({ mode: "uncontrolled", initialValues: { name, alias: alias ?? "" } });
  const store = form.onSubmit((values) =>
    save.mutate(values, {
      onSuccess() {
        say(t("saved"));
        close();
      },
      onError(failure) {
        const { fields } = asProblem(failure);
        if (fields.length === 0) sayProblem(failure);
        else form.setErrors(Object.fromEntries(fields.map(({ field, message }) => [field, message])));
      },
    }),
  );
  return (
    <Dialog opened={opened} onClose={close} title={t("naming.action")}>
      <form onSubmit={store}>
        <Stack gap="md">
          <TextInput
            label={t("naming.name")}
            required
            withAsterisk={false}
            data-autofocus
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t("naming.alias")}
            description={t("naming.aliasLead")}
            key={form.key("alias")}
            {...form.getInputProps("alias")}
          />
          <Group justify="space-between">
            <Copyable text={id} />
            <Button type="submit" loading={save.isPending}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
