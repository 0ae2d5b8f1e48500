import { Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { REASONS } from "../filters";
import { ReasonField } from "./reason-field";

export interface AddValues {
  text: string;
  reason: (typeof REASONS)[number];
  /** A moment of the viewer's clock; empty, without end. */
  until: string;
}

export const NOTHING: AddValues = { text: "", reason: "manual", until: "" };

interface Props {
  values: AddValues;
  change(values: AddValues): void;
  error: string | null;
}

export function AddFields({ values, change, error }: Props) {
  const { t } = useTranslation("suppressions");
  const { text, reason, until } = values;
  return (
    <>
      <Textarea
        label={t("add.addresses")}
        description={t("add.addressesHint")}
        placeholder="ada@example.com"
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={(event) => change({ ...values, text: event.currentTarget.value })}
        error={error}
        data-autofocus
      />
      <ReasonField value={reason} change={(chosen) => change({ ...values, reason: chosen })} />
      {reason !== "complaint" && (
        <TextInput
          type="datetime-local"
          label={t("add.until")}
          description={t("add.untilHint")}
          value={until}
          onChange={(event) => change({ ...values, until: event.currentTarget.value })}
        />
      )}
    </>
  );
}
