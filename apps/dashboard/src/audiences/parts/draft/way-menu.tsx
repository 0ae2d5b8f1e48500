import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../../ui/writing/blocks/ask";
import { STARTER_NEWS } from "../../../ui/writing/blocks/new-block";
import { STARTER } from "../../broadcast-draft";
import type { BroadcastEditing } from "../../use-broadcast-editing";

const WAYS = ["blocks", "html"] as const;

/** Whether the mail is written as blocks or as HTML. */
export function WayMenu({ editing: { draft, set, save } }: { editing: BroadcastEditing }) {
  const { t } = useTranslation(["broadcasts", "writing"]);
  const ask = useAsk();
  // What they make is known once they are stored.
  const saveForHtml = async () => {
    if (await save()) set({ blocks: null });
  };
  const choose = (way: string) => {
    const isNew = draft.html === "" || draft.html === STARTER;
    if (way === "html") ask.forHtml(() => void saveForHtml());
    else ask.forBlocks(isNew, () => set({ blocks: STARTER_NEWS }));
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("writing:way")}
      value={draft.blocks ? "blocks" : "html"}
      onChange={choose}
      data={WAYS.map((value) => ({ value, label: t(`writing:way.${value}`) }))}
    />
  );
}
