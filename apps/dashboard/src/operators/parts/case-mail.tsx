import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EyeOff, MailOpen } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { HtmlFrame } from "../../ui/mail/html-frame";
import { Facts } from "../../ui/page/facts";
import { Section } from "../../ui/page/section";
import { CodeBlock } from "../../ui/text/code-block";
import { RelativeTime } from "../../ui/time/relative-time";
import { useAdmin } from "../admin";
import type { CaseMail as Mail } from "../answers";
import { caseMailQuery } from "../queries";

/** A customer's mail is opened by a click, never by itself: the account's owner sees in the audit log who read it. */
export function CaseMail({ id }: { id: string }) {
  const { t } = useTranslation("operators");
  const [opened, setOpened] = useState(false);
  const mail = useQuery({ ...caseMailQuery(useAdmin(), id), enabled: opened });
  return (
    <Section title={t("mail.title")} plain>
      {opened ? (
        <Shown of={mail}>{(found) => <Content mail={found} />}</Shown>
      ) : (
        <EmptyState
          icon={MailOpen}
          title={t("mail.closed")}
          action={
            <Button variant="default" onClick={() => setOpened(true)}>
              {t("mail.open")}
            </Button>
          }
        >
          {t("mail.closedLead")}
        </EmptyState>
      )}
    </Section>
  );
}

function Content({ mail: { from, to, subject, created_at, recipients, html, text, files } }: { mail: Mail }) {
  const { t } = useTranslation("operators");
  return (
    <>
      <Section title={subject ?? t("mail.erased")}>
        <Facts
          facts={[
            [t("mail.from"), from],
            [t("mail.to"), to.join(", ")],
            [t("mail.recipients"), recipients],
            [t("column.at"), <RelativeTime key="at" at={created_at} />],
            [t("mail.files"), files && files.length > 0 && files.join(", ")],
          ]}
        />
      </Section>
      {html !== null && <HtmlFrame html={html} title={t("mail.title")} />}
      {html === null && text !== null && <CodeBlock code={text} wrap />}
      {html === null && text === null && <EmptyState icon={EyeOff} title={t("mail.erased")} />}
    </>
  );
}
