import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useCurrent } from "../../session/current";
import { fieldErrors } from "../field-errors";
import type { useMakeKey } from "../acts";
import { type KeyForm as Fields, toNewKey } from "../new-key";
import { PowerFields } from "./power-fields";
import { RateField } from "./rate-field";

export function KeyForm({ make }: { make: ReturnType<typeof useMakeKey> }) {
  const { t } = useTranslation("access");
  const { mode } = useCurrent();
  const form = useForm<Fields>({
    mode: "uncontrolled",
    initialValues: { name: "", permission: "full", mode, domains: [], rate: "" },
  });
  const submit = form.onSubmit((values) =>
    make.mutate(toNewKey(values), {
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))),
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("field.name")}
          description={t("field.nameHint")}
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <PowerFields form={form} />
        <RateField key={form.key("rate")} {...form.getInputProps("rate")} />
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            {t("new.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
