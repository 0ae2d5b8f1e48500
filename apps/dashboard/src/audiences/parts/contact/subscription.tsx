import { Button } from "@mantine/core";
import type { Contact } from "@sendex/sdk/generated/api";
import { MailCheck, MailMinus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { confirm } from "../../../ui/feedback/confirm";
import { Section } from "../../../ui/page/section";
import { useSubscribe } from "../../contact-acts";
import classes from "../audiences.module.css";

/** Whether it gets mail that one can leave, and what that means. To bring somebody back who left is asked for. */
export function Subscription({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const { email, state, unsubscribed } = contact;
  const may = useMay("developer");
  const subscribe = useSubscribe(contact);
  const means = state === "pending" ? "pending" : unsubscribed ? "unsubscribed" : "subscribed";
  const ask = () =>
    confirm(
      {
        title: t("resubscribe.title", { email }),
        children: t("resubscribe.lead"),
        confirm: t("resubscribe.action"),
      },
      () => subscribe.mutate(false),
    );
  return (
    <Section title={t("mail")}>
      <div className={classes.row}>
        <p className={classes.words}>{t(`means.${means}`)}</p>
        {may && state === "confirmed" && (
          <Button
            variant="default"
            leftSection={unsubscribed ? <MailCheck size={14} /> : <MailMinus size={14} />}
            loading={subscribe.isPending}
            onClick={unsubscribed ? ask : () => subscribe.mutate(true)}
          >
            {t(unsubscribed ? "resubscribe.action" : "unsubscribe.action")}
          </Button>
        )}
      </div>
    </Section>
  );
}
