import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useAddDomain } from "../acts";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  opened: boolean;
  close: () => void;
}

/** What the API calls it where nothing is given. Source: packages/core/src/domains.ts */
const DEFAULT_RETURN_PATH = "send";

export function AddDomain({ opened, close }: Props) {
  const { t } = useTranslation("domains");
  return (
    <Dialog opened={opened} onClose={close} title={t("add.title")}>
      <DomainForm />
    </Dialog>
  );
}

function DomainForm() {
  const { t } = useTranslation("domains");
  const add = useAddDomain();
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "", custom_return_path: "" } });
  const submit = form.onSubmit(({ name, custom_return_path: path }) =>
    add.mutate(
      { name: name.trim(), ...(path.trim() !== "" && { custom_return_path: path.trim() }) },
      {
        onError(failure) {
          const { fields, message } = asProblem(failure);
          const said = Object.fromEntries(fields.map((wrong) => [wrong.field, wrong.message]));
          form.setErrors(fields.length > 0 ? said : { name: message });
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("column.name")}
          description={t("add.nameHint")}
          placeholder="mail.example.com"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <TextInput
          label={t("add.returnPath")}
          description={t("add.returnPathHint")}
          placeholder={DEFAULT_RETURN_PATH}
          autoCapitalize="none"
          spellCheck={false}
          key={form.key("custom_return_path")}
          {...form.getInputProps("custom_return_path")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t("add.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
