import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { later } from "../../../ui/later/later";
import { NEW_TEST } from "../../broadcast-draft";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import classes from "./draft.module.css";

const TestFields = later(() => import("./test-fields"), "TestFields");

interface Props {
  editing: BroadcastEditing;
  readOnly: boolean;
}

/** A second subject that is tried against the first, or the way to have one. */
export function SecondSubject({ editing, readOnly }: Props) {
  const { t } = useTranslation("broadcasts");
  const { draft, set } = editing;
  const test = draft.subject_test;
  if (!test)
    return readOnly ? null : (
      <div className={classes.second}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Plus size={12} />}
          onClick={() => set({ subject_test: NEW_TEST })}
        >
          {t("second.add")}
        </Button>
      </div>
    );
  return <TestFields test={test} editing={editing} readOnly={readOnly} />;
}
