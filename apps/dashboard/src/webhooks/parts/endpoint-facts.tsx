import type { Webhook } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import classes from "./webhook.module.css";

export function EndpointFacts({ webhook: { id, mode, created_at, events } }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  return (
    <div>
      <Section title={t("details")}>
        <Facts
          facts={[
            [t("world"), t(`mode.${mode}`)],
            [t("column.created"), <RelativeTime key="created" at={created_at} />],
            [t("id"), <Copyable key="id" text={id} />],
          ]}
        />
      </Section>
      <Section title={t("events", { count: events.length })}>
        <ul className={classes.events}>
          {events.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
