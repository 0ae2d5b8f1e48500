import type { Broadcast } from "@sendex/sdk/generated/api";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../api/problem";
import { say, sayProblem } from "../ui/feedback/toast";
import { useSaveBroadcast } from "./broadcast-acts";
import { type BroadcastDraft, draftOf, realChanges } from "./broadcast-draft";
import { fieldErrors } from "./field-errors";

export interface BroadcastEditing {
  broadcast: Broadcast;
  /** What is stored, with what was changed since. */
  draft: BroadcastDraft;
  dirty: boolean;
  set(some: Partial<BroadcastDraft>): void;
  /** → whether everything is stored; what is wrong was shown. */
  save(): Promise<boolean>;
  saving: boolean;
  /** The refusal of the last save, by field. */
  refused: Record<string, string>;
}

export function useBroadcastEditing(broadcast: Broadcast): BroadcastEditing {
  const { t } = useTranslation("broadcasts");
  const stored = useMemo(() => draftOf(broadcast), [broadcast]);
  const [changes, setChanges] = useState<Partial<BroadcastDraft>>({});
  const draft = useMemo<BroadcastDraft>(() => ({ ...stored, ...changes }), [stored, changes]);
  const real = realChanges(stored, changes);
  const dirty = Object.keys(real).length > 0;
  const saving = useSaveBroadcast(broadcast.id);
  const save = async (): Promise<boolean> => {
    if (!dirty) return true;
    try {
      await saving.mutateAsync(real);
    } catch (failure) {
      sayProblem(failure);
      return false;
    }
    // What was typed meanwhile is left.
    setChanges((last) => realChanges(real, last));
    say(t("saved"));
    return true;
  };
  const { fields, message } = asProblem(saving.error);
  return {
    broadcast,
    draft,
    dirty,
    set: (some) => setChanges((last) => ({ ...last, ...some })),
    save,
    saving: saving.isPending,
    refused: fields.length > 0 ? fieldErrors({ fields, message }, "name") : {},
  };
}
