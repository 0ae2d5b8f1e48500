import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ContactProperty, Topic } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { type ContactForm, emptyForm, toNewContact } from "../../contact";
import { useAddContact } from "../../contact-acts";
import { fieldErrors } from "../../field-errors";
import { areLists, segmentsQuery } from "../../queries";
import classes from "../audiences.module.css";
import { KnownFields } from "../known-fields";
import { Several } from "../several";

interface Props {
  properties: ContactProperty[];
  topics: Topic[];
  close: () => void;
}

export function AddForm({ properties, topics, close }: Props) {
  const { t } = useTranslation("audiences");
  const { data: segments = [] } = useQuery({ ...segmentsQuery(useApi()), select: areLists });
  const add = useAddContact(close);
  const form = useForm<ContactForm>({ initialValues: emptyForm(properties, topics) });
  const submit = form.onSubmit((values) =>
    add.mutate(toNewContact(values, topics), {
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), "email")),
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("column.email")}
          description={t("add.emailHint")}
          placeholder="ada@example.com"
          type="text"
          inputMode="email"
          autoComplete="off"
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps("email")}
        />
        <KnownFields properties={properties} field={(path) => form.getInputProps(path)} />
        {segments.length > 0 && (
          <Several label={t("segments.title")} all={segments} {...form.getInputProps("segments")} />
        )}
        {topics.length > 0 && (
          <Several
            label={t("topics.title")}
            description={t("add.topicsHint")}
            all={topics}
            {...form.getInputProps("topics")}
          />
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={add.isPending}>
            {t("add.action")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
