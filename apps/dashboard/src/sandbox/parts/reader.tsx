import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronLeft, Hourglass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { LinkButton, TextLink } from "../../ui/page/link-button";
import { precise } from "../../ui/time/format";
import type { ListedMail, Mail } from "../mail";
import { nameOf } from "../people";
import { mailQuery } from "../queries";
import { Avatar } from "./avatar";
import { Contents } from "./contents";
import classes from "./reader.module.css";
import { To } from "./to";

interface Props {
  id: string;
  recipient: string | undefined;
  /** As the list has it, once it is there. */
  listed: ListedMail | undefined;
}

/** The open mail. */
export function Reader({ id, recipient, listed }: Props) {
  const { t } = useTranslation("sandbox");
  const unsent = listed?.sent_at === null;
  const mail = useQuery({ ...mailQuery(useApi(), id, recipient), enabled: !unsent });
  const navigate = useNavigate({ from: "/sandbox" });
  const back = () =>
    void navigate({ search: (last) => ({ ...last, mail: undefined }), replace: true, resetScroll: false });
  return (
    <div className={classes.mail}>
      <Button
        className={classes.back}
        variant="subtle"
        color="gray"
        leftSection={<ChevronLeft size={14} />}
        onClick={back}
      >
        {t("back")}
      </Button>
      {unsent ? (
        <Unsent mail={listed} />
      ) : (
        <Shown of={mail}>
          {(found) => (
            <>
              <Top mail={found} />
              <Contents mail={found} />
            </>
          )}
        </Shown>
      )}
    </div>
  );
}

/** Scheduled, held, stopped: its story says why. */
function Unsent({ mail: { id, status } }: { mail: ListedMail }) {
  const { t } = useTranslation(["sandbox", "ui"]);
  return (
    <EmptyState
      icon={Hourglass}
      title={t("unsent.title", { status: t(`ui:status.${status}`) })}
      action={
        <LinkButton variant="default" to="/emails/$id" params={{ id }}>
          {t("story")}
        </LinkButton>
      }
    >
      {t("unsent.lead")}
    </EmptyState>
  );
}

function Top({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation("sandbox");
  const { id, subject, from, sent_at, created_at } = mail;
  const at = sent_at ?? created_at;
  const { name, address } = nameOf(from);
  return (
    <header className={classes.top}>
      <h2 className={classes.subject}>{subject || t("noSubject")}</h2>
      <div className={classes.people}>
        <Avatar name={name} />
        <div className={classes.who}>
          <div>
            <b>{name}</b> {address && <span className={classes.quiet}>&lt;{address}&gt;</span>}
          </div>
          <To mail={mail} />
        </div>
        <div className={classes.aside}>
          <time dateTime={at} className={classes.quiet}>
            {precise(Date.parse(at), i18n.language)}
          </time>
          <TextLink to="/emails/$id" params={{ id }}>
            {t("story")}
          </TextLink>
        </div>
      </div>
    </header>
  );
}
