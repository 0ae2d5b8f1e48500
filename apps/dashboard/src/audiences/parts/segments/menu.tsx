import type { Segment } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useRemoveSegment } from "../../segment-acts";
import { RowMenu } from "../row-menu";

export function SegmentMenu({ segment, rename }: { segment: Segment; rename: (id: string) => void }) {
  const { t } = useTranslation("audiences");
  const remove = useRemoveSegment(segment);
  return (
    <RowMenu
      name={segment.name}
      change={t(segment.rule ? "segments.edit" : "segments.rename")}
      onChange={() => rename(segment.id)}
      lead={t(segment.rule ? "segments.removeRuleLead" : "segments.removeLead")}
      pending={remove.isPending}
      onRemove={() => remove.mutate()}
    />
  );
}
