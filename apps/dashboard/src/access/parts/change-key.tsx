import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useChangeKey } from "../acts";
import { fieldErrors } from "../field-errors";
import { type KeyForm, toRate } from "../new-key";
import type { ApiKey } from "../queries";
import { RateField } from "./rate-field";

type Fields = Pick<KeyForm, "name" | "rate">;

/** Another name or rate; what a key may do stays what it was made with. */
export function ChangeKey({ apiKey: { id, name, rate_limit } }: { apiKey: ApiKey }) {
  const { t } = useTranslation("access");
  const form = useForm<Fields>({ mode: "uncontrolled", initialValues: { name, rate: rate_limit ?? "" } });
  const change = useChangeKey(id, () => form.resetDirty());
  const submit = form.onSubmit((values) =>
    change.mutate(
      { name: values.name.trim(), rate_limit: toRate(values.rate) },
      { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure))) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("field.name")}
          maxLength={100}
          required
          withAsterisk={false}
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <RateField key={form.key("rate")} {...form.getInputProps("rate")} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={change.isPending}>
            {t("change.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
