import type { Email } from "@sendex/sdk/generated/api";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/page/facts";
import { TextLink } from "../../ui/page/link-button";
import { Section } from "../../ui/page/section";
import { Copyable } from "../../ui/text/copy";
import { RelativeTime } from "../../ui/time/relative-time";
import classes from "./email.module.css";

export function Details({ email }: { email: Email }) {
  const { t } = useTranslation("emails");
  return (
    <Section title={t("details")}>
      <Facts
        facts={[
          [t("column.from"), email.from],
          [t("column.to"), <Mailboxes key="to" list={email.to} />],
          [t("kind.cc"), email.cc && <Mailboxes list={email.cc} />],
          [t("kind.bcc"), email.bcc && <Mailboxes list={email.bcc} />],
          [t("replyTo"), email.reply_to && <Mailboxes list={email.reply_to} />],
          [t("accepted"), <RelativeTime key="at" at={email.created_at} />],
          [t("scheduled"), email.scheduled_at && <RelativeTime at={email.scheduled_at} />],
          [t("priority"), t(`priority.${email.priority}`)],
          [t("tags"), email.tags.length > 0 && <Tags tags={email.tags} />],
          [t("id"), <Copyable key="id" text={email.id} />],
          [
            t("logs"),
            <TextLink key="calls" to="/logs" search={{ message_id: email.id }}>
              {t("calls")}
            </TextLink>,
          ],
          [t("rfcId"), email.rfc_message_id && <Copyable text={email.rfc_message_id} />],
          ...Object.entries(email.metadata).map(([name, value]): [string, string] => [
            name,
            typeof value === "string" ? value : JSON.stringify(value),
          ]),
        ]}
      />
    </Section>
  );
}

function Mailboxes({ list }: { list: string[] }) {
  return (
    <span className={classes.lines}>
      {list.map((mailbox) => (
        <span key={mailbox}>{mailbox}</span>
      ))}
    </span>
  );
}

/** Each leads to all messages that have it. */
function Tags({ tags }: { tags: Email["tags"] }) {
  return (
    <span className={classes.wrap}>
      {tags.map(({ name, value }) => (
        <Link key={name} to="/emails" search={{ tag: `${name}:${value}` }} className={classes.tag}>
          {name}: {value}
        </Link>
      ))}
    </span>
  );
}
