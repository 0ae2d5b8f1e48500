import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readAddresses, showAddresses } from "../../../ui/writing/addresses";
import classes from "../../../ui/writing/head.module.css";
import { Row } from "../../../ui/writing/row";
import type { Editing } from "../../use-editing";

interface Props {
  editing: Editing;
  readOnly: boolean;
}

/** From, reply-to and subject, as above a mail that is written. */
export function Head({ editing: { draft, set, problems, refused }, readOnly }: Props) {
  const { t } = useTranslation("templates");
  const wrongSubject = problems.find(({ field, kind }) => field === "subject" && kind !== "missing");
  return (
    <div className={classes.head}>
      <Row label={t("field.from")} error={refused["from"]}>
        {(id) => (
          <TextInput
            id={id}
            variant="unstyled"
            placeholder={t("field.fromHint")}
            value={draft.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
            readOnly={readOnly}
          />
        )}
      </Row>
      <Row label={t("field.replyTo")} error={refused["reply_to"]}>
        {(id) => (
          <TextInput
            id={id}
            variant="unstyled"
            placeholder={t("field.replyToHint")}
            defaultValue={showAddresses(draft.reply_to)}
            onChange={(event) => set({ reply_to: readAddresses(event.currentTarget.value) })}
            readOnly={readOnly}
          />
        )}
      </Row>
      <Row label={t("field.subject")} error={wrongSubject?.message ?? refused["subject"]}>
        {(id) => (
          <TextInput
            id={id}
            variant="unstyled"
            classNames={{ input: classes.subject }}
            placeholder={t("field.subjectHint")}
            value={draft.subject}
            onChange={(event) => set({ subject: event.currentTarget.value })}
            readOnly={readOnly}
          />
        )}
      </Row>
    </div>
  );
}
