import { ActionIcon, NumberInput, Select, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import head from "../../../ui/writing/head.module.css";
import { Row } from "../../../ui/writing/row";
import type { SubjectTest } from "../../broadcast-draft";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import classes from "./draft.module.css";
import { LEAST_TEST_HOURS, LEAST_TEST_PERCENT, MOST_TEST_HOURS, MOST_TEST_PERCENT } from "./limits";

interface Props {
  test: SubjectTest;
  editing: BroadcastEditing;
  readOnly: boolean;
}

/** The second subject, and how it is tried against the first. */
export function TestFields({ test, editing: { set, refused }, readOnly }: Props) {
  const { t } = useTranslation("broadcasts");
  return (
    <>
      <Row label={t("second.subject")} error={refused["subject_test.subject"]}>
        {(id) => (
          <TextInput
            id={id}
            variant="unstyled"
            autoComplete="off"
            classNames={{ input: head.subject }}
            placeholder={t("second.hint")}
            value={test.subject}
            onChange={(event) => set({ subject_test: { ...test, subject: event.currentTarget.value } })}
            readOnly={readOnly}
            rightSection={
              !readOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("second.remove")}
                  onClick={() => set({ subject_test: null })}
                >
                  <X size={14} />
                </ActionIcon>
              )
            }
          />
        )}
      </Row>
      <How test={test} readOnly={readOnly} change={(next) => set({ subject_test: next })} />
    </>
  );
}

interface HowProps {
  test: SubjectTest;
  readOnly: boolean;
  change(next: SubjectTest): void;
}

/** Who is in the test, for how long, and what decides it. */
function How({ test, readOnly, change }: HowProps) {
  const { t } = useTranslation("broadcasts");
  const shared = { size: "xs", readOnly, allowDecimal: false, clampBehavior: "blur" } as const;
  return (
    <div className={classes.how}>
      <NumberInput
        {...shared}
        label={t("second.percent")}
        suffix=" %"
        min={LEAST_TEST_PERCENT}
        max={MOST_TEST_PERCENT}
        step={10}
        value={test.percent}
        onChange={(percent) => change({ ...test, percent: Number(percent) })}
      />
      <NumberInput
        {...shared}
        label={t("second.hours")}
        min={LEAST_TEST_HOURS}
        max={MOST_TEST_HOURS}
        value={test.hours}
        onChange={(hours) => change({ ...test, hours: Number(hours) })}
        disabled={test.percent === MOST_TEST_PERCENT}
      />
      <Select
        size="xs"
        readOnly={readOnly}
        label={t("second.by")}
        data={(["opened", "clicked"] as const).map((value) => ({ value, label: t(`second.${value}`) }))}
        value={test.by}
        onChange={(by) => change({ ...test, by: by === "clicked" ? by : "opened" })}
        allowDeselect={false}
      />
    </div>
  );
}
