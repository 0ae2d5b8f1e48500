import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Segment } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { Dialog } from "../../../ui/dialog/dialog";
import { fieldErrors } from "../../field-errors";
import { useWriteSegment } from "../../segment-acts";
import classes from "../audiences.module.css";

/** Source: packages/core/src/audiences/contact.ts; the API has the last word. */
const MOST_CHARACTERS = 256;

interface Props {
  /** What is named anew; undefined: a new one. */
  segment: Segment | undefined;
  opened: boolean;
  close: () => void;
}

export function SegmentDialog({ segment, opened, close }: Props) {
  const { t } = useTranslation("audiences");
  return (
    <Dialog opened={opened} onClose={close} title={t(segment ? "segments.renameTitle" : "segments.new")}>
      <SegmentForm key={segment?.id} segment={segment} close={close} />
    </Dialog>
  );
}

function SegmentForm({ segment, close }: Omit<Props, "opened">) {
  const { t } = useTranslation("audiences");
  const form = useForm({ mode: "uncontrolled", initialValues: { name: segment?.name ?? "" } });
  const write = useWriteSegment(segment, close);
  const submit = form.onSubmit(({ name }) =>
    write.mutate(
      { name: name.trim() },
      { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), "name")) },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t("column.name")}
          maxLength={MOST_CHARACTERS}
          required
          withAsterisk={false}
          data-autofocus
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <div className={classes.foot}>
          <Button type="submit" loading={write.isPending}>
            {t(segment ? "save" : "segments.new")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
