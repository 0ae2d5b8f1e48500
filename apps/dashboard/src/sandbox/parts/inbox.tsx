import { useNavigate, useSearch } from "@tanstack/react-router";
import { MailOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { SearchField } from "../../ui/filters/search-field";
import { useKeys } from "../../ui/keys/use-keys";
import type { MoreRows } from "../../ui/table/more";
import type { ListedMail } from "../mail";
import type { InboxView } from "../view";
import classes from "./inbox.module.css";
import { MailList } from "./mail-list";
import { Reader } from "./reader";

interface Props {
  mails: ListedMail[];
  more: MoreRows;
}

/** The mails on one side, the open one on the other; on a phone one of the two. */
export function Inbox({ mails, more }: Props) {
  const { t } = useTranslation("sandbox");
  const { mail: id, recipient, q } = useSearch({ from: "/shell/sandbox" });
  const navigate = useNavigate({ from: "/sandbox" });
  const look = (view: InboxView) =>
    void navigate({ search: (last) => ({ ...last, ...view }), replace: true, resetScroll: false });
  const at = mails.findIndex((mail) => mail.id === id);
  const step = (by: number) => {
    const next = mails[Math.min(Math.max(at + by, 0), mails.length - 1)];
    if (next) look({ mail: next.id, recipient: undefined });
  };
  useKeys({ j: () => step(1), k: () => step(-1), Escape: () => look({ mail: undefined }) });
  return (
    <div className={classes.panes} data-open={id !== undefined}>
      <section className={classes.list} aria-label={t("list")}>
        <div className={classes.search}>
          <SearchField label={t("search")} hotkey="/" value={q} change={(words) => look({ q: words })} />
        </div>
        <MailList mails={mails} openId={id} more={more} />
      </section>
      <section className={classes.reader} aria-label={t("mail")}>
        {id === undefined ? (
          <EmptyState icon={MailOpen} title={t("choose.title")}>
            {t("choose.lead")}
          </EmptyState>
        ) : (
          <Reader key={id} id={id} recipient={recipient} listed={mails[at]} />
        )}
      </section>
    </div>
  );
}
