import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { later } from "../../../ui/later/later";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import { segmentsQuery, topicsQuery } from "../../queries";
import classes from "./draft.module.css";
import { MOST_NAME_CHARACTERS } from "./limits";

const SpeedField = later(() => import("./speed-field"), "SpeedField");

interface Props {
  editing: BroadcastEditing;
  readOnly: boolean;
}

/** What is no part of the mail: its name here, who gets it, and how quickly. */
export function Settings({ editing: { draft, set, refused }, readOnly }: Props) {
  const { t } = useTranslation(["broadcasts", "audiences"]);
  const api = useApi();
  const { data: segments = [] } = useQuery(segmentsQuery(api));
  const { data: topics = [] } = useQuery(topicsQuery(api));
  const shared = { size: "sm", readOnly } as const;
  return (
    <div className={classes.settings}>
      <TextInput
        {...shared}
        label={t("field.name")}
        maxLength={MOST_NAME_CHARACTERS}
        autoComplete="off"
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={refused["name"]}
      />
      <Select
        {...shared}
        label={t("field.segment")}
        placeholder={t("field.segmentNone")}
        nothingFoundMessage={t("audiences:filter.noSegment")}
        data={segments.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.segment_id}
        onChange={(id) => set({ segment_id: id })}
        error={refused["segment_id"]}
        searchable
        clearable={!readOnly}
      />
      <Select
        {...shared}
        label={t("field.topic")}
        placeholder={t("field.topicNone")}
        nothingFoundMessage={t("audiences:field.nothingFits")}
        data={topics.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.topic_id}
        onChange={(id) => set({ topic_id: id })}
        error={refused["topic_id"]}
        searchable
        clearable={!readOnly}
      />
      <SpeedField
        readOnly={readOnly}
        perHour={draft.per_hour}
        change={(per_hour) => set({ per_hour })}
        error={refused["per_hour"]}
      />
    </div>
  );
}
