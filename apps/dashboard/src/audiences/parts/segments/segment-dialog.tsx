import { Button, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Segment } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { Dialog } from "../../../ui/dialog/dialog";
import { fieldErrors } from "../../field-errors";
import { draftOf, ruleOf } from "../../rule-draft";
import { useWriteSegment } from "../../segment-acts";
import classes from "../audiences.module.css";
import { RuleCount } from "./rule/count";
import { RuleEditor } from "./rule/editor";

/** Source: packages/core/src/audiences/contact.ts; the API has the last word. */
const MOST_CHARACTERS = 256;
const KINDS = ["list", "rule"] as const;

interface Props {
  /** What is changed; undefined: a new one. */
  segment: Segment | undefined;
  opened: boolean;
  close: () => void;
}

export function SegmentDialog({ segment, opened, close }: Props) {
  const { t } = useTranslation("audiences");
  const title = t(!segment ? "segments.new" : segment.rule ? "segments.editTitle" : "segments.renameTitle");
  return (
    <Dialog opened={opened} onClose={close} title={title} size={!segment || segment.rule ? "xl" : "md"}>
      <SegmentForm key={segment?.id} segment={segment} close={close} />
    </Dialog>
  );
}

function SegmentForm({ segment, close }: Omit<Props, "opened">) {
  const { t } = useTranslation("audiences");
  const form = useForm({ mode: "uncontrolled", initialValues: { name: segment?.name ?? "" } });
  const write = useWriteSegment(segment, close);
  const [follows, setFollows] = useState(Boolean(segment?.rule));
  const [draft, setDraft] = useState(() => draftOf(segment?.rule));
  const rule = follows ? ruleOf(draft) : undefined;
  const submit = form.onSubmit(({ name }) =>
    write.mutate(
      { name: name.trim(), ...(rule && { rule }) },
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
        {!segment && <KindChoice follows={follows} choose={setFollows} />}
        {follows && (
          <>
            <RuleEditor rule={draft} change={setDraft} />
            <RuleCount rule={rule} />
          </>
        )}
        <div className={classes.foot}>
          <Button type="submit" loading={write.isPending} disabled={follows && !rule}>
            {t(segment ? "save" : "segments.new")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function KindChoice({ follows, choose }: { follows: boolean; choose(follows: boolean): void }) {
  const { t } = useTranslation("audiences");
  const kind = follows ? "rule" : "list";
  return (
    <Stack gap={6} align="flex-start">
      <SegmentedControl
        aria-label={t("segments.kind")}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`segments.kind.${value}`) }))}
        onChange={(chosen) => choose(chosen === "rule")}
      />
      <Text size="sm" c="dimmed">
        {t(`segments.kindHint.${kind}`)}
      </Text>
    </Stack>
  );
}
