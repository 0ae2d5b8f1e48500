import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MoreRows } from "../../ui/table/more";
import { StatusBadge } from "../../ui/text/status-badge";
import { RelativeTime } from "../../ui/time/relative-time";
import type { ListedMail } from "../mail";
import { nameOf } from "../people";
import { Avatar } from "./avatar";
import classes from "./mail-list.module.css";

interface Props {
  mails: ListedMail[];
  openId: string | undefined;
  more: MoreRows;
}

export function MailList({ mails, openId, more }: Props) {
  const { t } = useTranslation(["sandbox", "ui"]);
  return (
    <div className={classes.scroll}>
      {mails.length === 0 && <p className={classes.nothing}>{t("none.found")}</p>}
      <ol className={classes.mails}>
        {mails.map((mail) => (
          <Item key={mail.id} mail={mail} open={mail.id === openId} />
        ))}
      </ol>
      {more.has && (
        <div className={classes.more}>
          <Button variant="default" loading={more.loading} onClick={more.load}>
            {t("ui:table.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Item({ mail, open }: { mail: ListedMail; open: boolean }) {
  const { id, from, to, subject, created_at, sent_at, status } = mail;
  const { t } = useTranslation("sandbox");
  const link = useRef<HTMLAnchorElement>(null);
  // By j and k the open mail may leave the sight.
  useEffect(() => {
    if (open) link.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const { name } = nameOf(from);
  const [first = "", ...others] = to;
  return (
    <li>
      <Link
        ref={link}
        to="/sandbox"
        search={(last) => ({ ...last, mail: id, recipient: undefined })}
        replace
        className={classes.mail}
        aria-current={open || undefined}
      >
        <Avatar name={name} />
        <span className={classes.words}>
          <span className={classes.line}>
            <span className={classes.name}>{name}</span>
            <span className={classes.at}>
              <RelativeTime at={sent_at ?? created_at} />
            </span>
          </span>
          <span className={classes.subject}>{subject || t("noSubject")}</span>
          <span className={classes.to}>
            {sent_at === null && <StatusBadge status={status} />}{" "}
            {others.length > 0 ? t("toMany", { first, count: others.length }) : t("to", { first })}
          </span>
        </span>
      </Link>
    </li>
  );
}
