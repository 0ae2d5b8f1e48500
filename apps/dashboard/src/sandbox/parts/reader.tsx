import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { TextLink } from "../../ui/page/link-button";
import { precise } from "../../ui/time/format";
import type { Mail } from "../mail";
import { nameOf } from "../people";
import { mailQuery } from "../queries";
import { Avatar } from "./avatar";
import { Contents } from "./contents";
import classes from "./reader.module.css";

/** The open mail. */
export function Reader({ id }: { id: string }) {
  const { t } = useTranslation("sandbox");
  const mail = useQuery(mailQuery(useApi(), id));
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
      <Shown of={mail}>
        {(found) => (
          <>
            <Top mail={found} />
            <Contents mail={found} />
          </>
        )}
      </Shown>
    </div>
  );
}

function Top({ mail: { subject, from, to, created_at, email_id: emailId } }: { mail: Mail }) {
  const { t, i18n } = useTranslation("sandbox");
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
          <div className={classes.quiet}>{t("to", { first: to.join(", ") })}</div>
        </div>
        <div className={classes.aside}>
          <time dateTime={created_at} className={classes.quiet}>
            {precise(Date.parse(created_at), i18n.language)}
          </time>
          {emailId && (
            <TextLink to="/emails/$id" params={{ id: emailId }}>
              {t("story")}
            </TextLink>
          )}
        </div>
      </div>
    </header>
  );
}
