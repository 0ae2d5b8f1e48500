import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { Page } from "../../ui/page/page";
import { Arrive } from "./arrive";
import classes from "./guide.module.css";
import { DomainStep } from "./domain-step";
import { KeyStep } from "./key-step";
import { SendStep } from "./send-step";
import { GuideStep } from "./step";
import { useFirstMail } from "./use-first-mail";

/** From an empty account to a mail that was delivered. */
export function Guide({ leave }: { leave: () => void }) {
  const { t } = useTranslation("overview");
  const { mode } = useCurrent();
  const { domains, verified, pending, token, setToken, arrived, progress } = useFirstMail();
  return (
    <Page
      title={t("title")}
      lead={t(`guide.lead.${mode}`)}
      narrow
      actions={
        <Button variant="default" onClick={leave}>
          {t("guide.leave")}
        </Button>
      }
    >
      <Shown of={domains}>
        {() => (
          <ol className={classes.steps} aria-label={t("guide.title")}>
            <GuideStep number={1} state={progress.domain} title={t("guide.domain")}>
              <DomainStep verified={verified} pending={pending} />
            </GuideStep>
            <GuideStep number={2} state={progress.key} title={t("guide.key")}>
              <KeyStep next={progress.key === "now"} token={token} keep={setToken} />
            </GuideStep>
            <GuideStep number={3} state={progress.send} title={t("guide.send")}>
              <SendStep domain={verified?.name} token={token} done={arrived !== undefined} />
            </GuideStep>
            <GuideStep number={4} state={progress.arrive} title={t("guide.arrive")}>
              <Arrive email={arrived} leave={leave} />
            </GuideStep>
          </ol>
        )}
      </Shown>
    </Page>
  );
}
