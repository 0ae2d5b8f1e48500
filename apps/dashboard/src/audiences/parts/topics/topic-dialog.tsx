import { Button, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Topic } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { Dialog } from "../../../ui/dialog/dialog";
import { fieldErrors } from "../../field-errors";
import { type NewTopic, useWriteTopic } from "../../topic-acts";
import classes from "../audiences.module.css";
import { DefaultChoice } from "./default-choice";

/** Source: packages/core/src/audiences/topic.ts; the API has the last word. */
const MOST_NAME_CHARACTERS = 100;
const MOST_DESCRIPTION_CHARACTERS = 300;

interface Props {
  /** What is changed; undefined: a new one. */
  topic: Topic | undefined;
  opened: boolean;
  close: () => void;
}

export function TopicDialog({ topic, opened, close }: Props) {
  const { t } = useTranslation("audiences");
  return (
    <Dialog opened={opened} onClose={close} title={t(topic ? "topics.editTitle" : "topics.new")} size="lg">
      <TopicForm key={topic?.id} topic={topic} close={close} />
    </Dialog>
  );
}

function TopicForm({ topic, close }: Omit<Props, "opened">) {
  const { t } = useTranslation("audiences");
  const write = useWriteTopic(topic, close);
  const form = useForm<Required<NewTopic>>({
    mode: "uncontrolled",
    initialValues: {
      name: topic?.name ?? "",
      description: topic?.description ?? "",
      default_subscription: topic?.default_subscription ?? "opt_in",
    },
  });
  const submit = form.onSubmit(({ name, description, default_subscription }) =>
    write.mutate(
      { name: name.trim(), description: description.trim(), default_subscription },
      { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), "name")) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("column.name")}
          maxLength={MOST_NAME_CHARACTERS}
          required
          withAsterisk={false}
          data-autofocus
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <Textarea
          label={t("topics.description")}
          description={t("topics.descriptionHint")}
          maxLength={MOST_DESCRIPTION_CHARACTERS}
          autosize
          minRows={2}
          maxRows={5}
          key={form.key("description")}
          {...form.getInputProps("description")}
        />
        {topic ? (
          <p className={classes.quiet}>{t(`default.stays.${topic.default_subscription}`)}</p>
        ) : (
          <DefaultChoice
            key={form.key("default_subscription")}
            {...form.getInputProps("default_subscription")}
          />
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={write.isPending}>
            {t(topic ? "save" : "topics.new")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
