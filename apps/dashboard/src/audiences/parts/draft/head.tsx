import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readAddresses, showAddresses } from "../../../ui/writing/addresses";
import classes from "../../../ui/writing/head.module.css";
import { Row } from "../../../ui/writing/row";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import { SecondSubject } from "./second-subject";

interface Props {
  editing: BroadcastEditing;
  readOnly: boolean;
}

/** What stands above a mail, and beside its subject in a list. */
export function Head({ editing, readOnly }: Props) {
  const { draft, set, refused } = editing;
  const { t } = useTranslation("broadcasts");
  const line = (field: "from" | "subject" | "preview_text", words: { label: string; hint: string }) => (
    <Row label={words.label} error={refused[field]}>
      {(id) => (
        <TextInput
          id={id}
          variant="unstyled"
          autoComplete="off"
          {...(field === "subject" && { classNames: { input: classes.subject } })}
          placeholder={words.hint}
          value={draft[field]}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
          readOnly={readOnly}
        />
      )}
    </Row>
  );
  return (
    <div className={classes.head}>
      {line("from", { label: t("field.from"), hint: t("field.fromHint") })}
      <Row label={t("field.replyTo")} error={refused["reply_to"]}>
        {(id) => (
          <TextInput
            id={id}
            variant="unstyled"
            autoComplete="off"
            placeholder={t("field.replyToHint")}
            defaultValue={showAddresses(draft.reply_to)}
            onChange={(event) => set({ reply_to: readAddresses(event.currentTarget.value) })}
            readOnly={readOnly}
          />
        )}
      </Row>
      {line("subject", { label: t("field.subject"), hint: t("field.subjectHint") })}
      <SecondSubject editing={editing} readOnly={readOnly} />
      {line("preview_text", { label: t("field.previewText"), hint: t("field.previewTextHint") })}
    </div>
  );
}
