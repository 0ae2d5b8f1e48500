import { Button, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { Dialog } from "../../../ui/dialog/dialog";
import { useMakeBroadcast } from "../../broadcast-acts";
import { STARTER } from "../../broadcast-draft";
import { fieldErrors } from "../../field-errors";
import { segmentsQuery } from "../../queries";
import classes from "../audiences.module.css";
import { MOST_NAME_CHARACTERS } from "../draft/limits";

interface Props {
  opened: boolean;
  close: () => void;
}

/** A name, and who is to get it; the rest is written in the editor. */
export function NewBroadcast({ opened, close }: Props) {
  const { t } = useTranslation("broadcasts");
  return (
    <Dialog opened={opened} onClose={close} title={t("new.action")}>
      <Form />
    </Dialog>
  );
}

interface Fields {
  name: string;
  segment_id: string | null;
}

function Form() {
  const { t } = useTranslation(["broadcasts", "audiences"]);
  const { data: segments = [] } = useQuery(segmentsQuery(useApi()));
  const make = useMakeBroadcast();
  const form = useForm<Fields>({ initialValues: { name: "", segment_id: null } });
  const submit = form.onSubmit(({ name, segment_id }) =>
    make.mutate(
      { name: name.trim(), html: STARTER, ...(segment_id !== null && { segment_id }) },
      { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), "name")) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("field.name")}
          description={t("field.nameHint")}
          placeholder={t("new.hint")}
          maxLength={MOST_NAME_CHARACTERS}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Select
          size="sm"
          label={t("field.segment")}
          description={t("field.segmentHint")}
          placeholder={t("field.segmentLater")}
          nothingFoundMessage={t("audiences:filter.noSegment")}
          data={segments.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          {...form.getInputProps("segment_id")}
        />
        <div className={classes.foot}>
          <Button type="submit" loading={make.isPending}>
            {t("new.make")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
