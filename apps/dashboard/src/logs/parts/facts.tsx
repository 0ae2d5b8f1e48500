import type { Log } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Facts } from "../../ui/page/facts";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import { keyNamesQuery } from "../queries";
import classes from "./logs.module.css";

export function LogFacts({ log }: { log: Log }) {
  const { t } = useTranslation("logs");
  const { message_ids: messages } = log;
  return (
    <Section title={t("details")}>
      <Facts
        facts={[
          [t("column.time"), <RelativeTime key="at" at={log.created_at} />],
          [t("column.duration"), t("ms", { ms: log.duration_ms })],
          [t("column.caller"), log.api_key_id !== null && <Key id={log.api_key_id} />],
          [t("userId"), log.user_id !== null && <Copyable text={log.user_id} />],
          [t("messages", { count: messages.length }), messages.length > 0 && <Messages ids={messages} />],
          [t("route"), <code key="route">{log.route}</code>],
          [t("requestId"), <Copyable key="request" text={log.request_id} />],
          [t("userAgent"), log.user_agent],
          [t("id"), <Copyable key="id" text={log.id} />],
        ]}
      />
    </Section>
  );
}

/** By its name, as long as it is among the newest. */
function Key({ id }: { id: string }) {
  const { data: keys = [] } = useQuery(keyNamesQuery(useApi()));
  return (
    <TextLink to="/api-keys" search={{ open: id }}>
      {keys.find((key) => key.id === id)?.name ?? id}
    </TextLink>
  );
}

function Messages({ ids }: { ids: string[] }) {
  return (
    <span className={classes.lines}>
      {ids.map((id) => (
        <TextLink key={id} to="/emails/$id" params={{ id }}>
          {id}
        </TextLink>
      ))}
    </span>
  );
}
