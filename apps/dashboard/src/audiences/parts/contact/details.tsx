import type { Contact } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { Facts } from "../../../ui/page/facts";
import { TextLink } from "../../../ui/page/link-button";
import { Section } from "../../../ui/page/section";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";

export function Details({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const { id, email, mode, created_at, updated_at } = contact;
  return (
    <Section title={t("details")}>
      <Facts
        facts={[
          [t("column.email"), <Copyable key="email" text={email} />],
          [t("id"), <Copyable key="id" text={id} />],
          [t("world"), t(`mode.${mode}`)],
          [t("column.added"), <RelativeTime key="added" at={created_at} />],
          [t("changed"), <RelativeTime key="changed" at={updated_at} />],
          [
            t("emails"),
            <TextLink key="emails" to="/emails" search={{ recipient: email }}>
              {t("emailsTo")}
            </TextLink>,
          ],
        ]}
      />
    </Section>
  );
}
