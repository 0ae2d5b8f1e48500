import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { sayProblem } from "../../../ui/feedback/toast";
import { useCreate } from "../../acts";
import { starter, STARTERS, type Starter } from "../../starters";
import { Dialog } from "../../../ui/dialog/dialog";
import classes from "./list.module.css";

interface Props {
  opened: boolean;
  close: () => void;
}

interface Values {
  name: string;
  begin: Starter;
}

/** A name, and what to begin with; the rest is written in the editor. */
export function NewTemplate({ opened, close }: Props) {
  const { t } = useTranslation("templates");
  const create = useCreate();
  const form = useForm<Values>({ mode: "uncontrolled", initialValues: { name: "", begin: "blank" } });
  const make = form.onSubmit(({ name, begin }) =>
    create.mutate(
      { name, ...starter(begin) },
      {
        onError(failure) {
          const { fields } = asProblem(failure);
          if (fields.length === 0) sayProblem(failure);
          else form.setErrors(Object.fromEntries(fields.map(({ field, message }) => [field, message])));
        },
      },
    ),
  );
  return (
    <Dialog opened={opened} onClose={close} title={t("new.action")}>
      <form onSubmit={make}>
        <Stack gap="md">
          <TextInput
            label={t("naming.name")}
            placeholder={t("new.hint")}
            required
            withAsterisk={false}
            data-autofocus
            key={form.key("name")}
            {...form.getInputProps("name")}
          />
          <Radio.Group label={t("new.begin")} key={form.key("begin")} {...form.getInputProps("begin")}>
            <div className={classes.starters}>
              {STARTERS.map((value) => (
                <Radio.Card key={value} value={value} p="sm" radius="md">
                  <Group wrap="nowrap" align="center">
                    <Radio.Indicator />
                    <span className={classes.starter}>
                      <span>{t(`starter.${value}`)}</span>
                      <span className={classes.lead}>{t(`starter.${value}Lead`)}</span>
                    </span>
                  </Group>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending}>
              {t("new.make")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
