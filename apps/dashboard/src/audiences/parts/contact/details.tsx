import type { Contact } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../../ui/page/facts";
import { TextLink } from "../../../ui/page/link-button";
import { Section } from "../../../ui/page/section";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";

/** How it came, and that its owner wanted it. */
function confirmationFacts(
  t: TFunction<"audiences">,
  { form_id, asked_at, asked_from, confirmed_at, confirmed_from }: NonNullable<Contact["confirmation"]>,
): [string, ReactNode][] {
  const when = (at: string, from: string | null) => (
    <span>
      <RelativeTime at={at} />
      {from !== null && ` · ${from}`}
    </span>
  );
  return [
    [t("asked"), when(asked_at, asked_from)],
    [t("confirmed"), confirmed_at !== null && when(confirmed_at, confirmed_from)],
    [t("byForm"), form_id !== null && <Copyable key="form" text={form_id} />],
  ];
}

export function Details({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const { id, email, mode, confirmation, created_at, updated_at } = contact;
  return (
    <Section title={t("details")}>
      <Facts
        facts={[
          [t("column.email"), <Copyable key="email" text={email} />],
          [t("id"), <Copyable key="id" text={id} />],
          [t("world"), t(`mode.${mode}`)],
          [t("column.added"), <RelativeTime key="added" at={created_at} />],
          [t("changed"), <RelativeTime key="changed" at={updated_at} />],
          ...(confirmation ? confirmationFacts(t, confirmation) : []),
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
