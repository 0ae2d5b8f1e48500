import type { Broadcast } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { number } from "../../../ui/chart/numbers";
import { Facts } from "../../../ui/page/facts";
import { TextLink } from "../../../ui/page/link-button";
import { Section } from "../../../ui/page/section";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";
import { segmentsQuery, topicsQuery } from "../../queries";

/** Its words and whom it was for. */
export function WhatWasSent({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  const api = useApi();
  const { data: segments = [] } = useQuery(segmentsQuery(api));
  const { data: topics = [] } = useQuery(topicsQuery(api));
  const { id, subject, preview_text, from, reply_to, segment_id, topic_id, per_hour } = broadcast;
  const segment = segments.find((one) => one.id === segment_id);
  const topic = topics.find((one) => one.id === topic_id);
  const time = (at: string | null) => at !== null && <RelativeTime at={at} />;
  return (
    <Section title={t("whatWasSent")}>
      <Facts
        facts={[
          [t("field.subject"), subject],
          [t("field.previewText"), preview_text],
          [t("field.from"), from],
          [t("field.replyTo"), reply_to?.join(", ")],
          [
            t("field.segment"),
            segment ? (
              <TextLink to="/contacts" search={{ segment: segment.id }}>
                {segment.name}
              </TextLink>
            ) : (
              t("segmentGone")
            ),
          ],
          [t("field.topic"), topic?.name],
          [
            t("field.speed"),
            per_hour === null
              ? t("speed.full")
              : t("speed.perHour", { number: number(per_hour, i18n.language) }),
          ],
          [t("when.scheduled"), broadcast.started_at === null && time(broadcast.scheduled_at)],
          [t("when.started"), time(broadcast.started_at)],
          [t("when.ended"), time(broadcast.ended_at)],
          [t("id"), <Copyable key="id" text={id} />],
        ]}
      />
    </Section>
  );
}
