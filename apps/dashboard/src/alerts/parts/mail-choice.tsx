import { Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useCurrent } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { useChooseMail } from "../acts";
import { mailQuery } from "../queries";

/** Whether the person is mailed. */
export function MailChoice() {
  const { t } = useTranslation("alerts");
  const { user } = useCurrent();
  const mail = useQuery(mailQuery(useApi()));
  const choose = useChooseMail();
  return (
    <Section title={t("mail")} lead={t("mail.lead")}>
      <Shown of={mail}>
        {({ wanted }) => (
          <Switch
            label={t("mail.wanted")}
            description={t("mail.to", { email: user.email })}
            checked={wanted}
            disabled={choose.isPending}
            onChange={(event) => choose.mutate(event.currentTarget.checked)}
          />
        )}
      </Shown>
    </Section>
  );
}
