import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/api";
import { asProblem } from "../api/problem";
import { say, sayProblem } from "../ui/feedback/toast";
import { useSave } from "./acts";
import type { Problem } from "./diagnostics";
import { type Draft, draftOf, realChanges, withoutStored } from "./draft";
import { previewQuery } from "./queries";
import type { Template, Values } from "./template";
import { keepValues, keptValues } from "./values";
import type { SeenVariable } from "./variables";

/** The preview waits for a pause in the typing. */
const PAUSE_MS = 350;

export interface Editing {
  template: Template;
  /** What is stored, with what was changed since. */
  draft: Draft;
  dirty: boolean;
  set(some: Partial<Draft>): void;
  /** What the template is tried with. */
  values: Values;
  setValues(values: Values): void;
  preview: ReturnType<typeof usePreview>;
  problems: readonly Problem[];
  seen: readonly SeenVariable[];
  /** → whether everything is stored; what is wrong was shown. */
  save(): Promise<boolean>;
  saving: boolean;
  /** The refusal of the last save, by field. */
  refused: Record<string, string>;
}

export function useEditing(template: Template): Editing {
  const stored = useMemo(() => draftOf(template), [template]);
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const [values, setValues] = useState<Values>(() => keptValues(template.id));
  useEffect(() => keepValues(template.id, values), [template.id, values]);
  const draft = useMemo<Draft>(() => ({ ...stored, ...changes }), [stored, changes]);
  const real = realChanges(stored, changes);
  const preview = usePreview(draft, values);
  const { save, saving, refused } = useSaving(template.id, real, (sent) =>
    setChanges((last) => withoutStored(last, sent)),
  );
  return {
    template,
    draft,
    dirty: Object.keys(real).length > 0,
    set: (some) => setChanges((last) => ({ ...last, ...some })),
    values,
    setValues,
    preview,
    problems: preview.data?.problems ?? NO_PROBLEMS,
    seen: preview.data?.variables ?? NOTHING_SEEN,
    save,
    saving,
    refused,
  };
}

const NO_PROBLEMS: readonly Problem[] = [];
const NOTHING_SEEN: readonly SeenVariable[] = [];

function usePreview(draft: Draft, values: Values) {
  const api = useApi();
  const [paused] = useDebouncedValue(draft, PAUSE_MS);
  const [pausedValues] = useDebouncedValue(values, PAUSE_MS);
  return useQuery(previewQuery(api, paused, pausedValues));
}

function useSaving(id: string, real: Partial<Draft>, onStored: (sent: Partial<Draft>) => void) {
  const { t } = useTranslation("templates");
  const saving = useSave(id);
  const save = async (): Promise<boolean> => {
    if (Object.keys(real).length === 0) return true;
    try {
      await saving.mutateAsync(real);
    } catch (failure) {
      sayProblem(failure);
      return false;
    }
    onStored(real);
    say(t("saved"));
    return true;
  };
  const { fields } = asProblem(saving.error);
  const refused = Object.fromEntries(fields.map(({ field, message }) => [field, message]));
  return { save, saving: saving.isPending, refused };
}
