import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileX2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { HtmlFrame } from "../../ui/mail/html-frame";
import { Facts } from "../../ui/page/facts";
import { CodeBlock } from "../../ui/text/code-block";
import { checksOf } from "../checks";
import type { Mail } from "../mail";
import { DEVICES, type InboxView, TABS } from "../view";
import { Checks } from "./checks";
import classes from "./contents.module.css";
import { Files } from "./files";

/** A phone in the hand: the width that mail designers test with. */
const PHONE_PX = 390;

type Tab = (typeof TABS)[number];

/** What the mail says, in the way that the URL names. */
export function Contents({ mail }: { mail: Mail }) {
  const { t } = useTranslation("sandbox");
  const { tab = mail.html === null ? "text" : "preview", device = "desktop" } = useSearch({
    from: "/shell/sandbox",
  });
  const navigate = useNavigate({ from: "/sandbox" });
  const look = (view: InboxView) =>
    void navigate({ search: (last) => ({ ...last, ...view }), replace: true, resetScroll: false });
  const wrong = checksOf(mail).filter(({ verdict }) => verdict !== "good").length;
  const counts: Partial<Record<Tab, number>> = { checks: wrong, files: mail.attachments.length };
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("tabs")}
          value={tab}
          onChange={(value) => look({ tab: value })}
          data={TABS.map((value) => ({ value, label: counted(t(`tab.${value}`), counts[value]) }))}
        />
        {tab === "preview" && (
          <SegmentedControl
            size="xs"
            aria-label={t("device")}
            value={device}
            onChange={(value) => look({ device: value })}
            data={DEVICES.map((value) => ({ value, label: t(`device.${value}`) }))}
          />
        )}
      </div>
      <div className={classes.content}>
        <Content mail={mail} tab={tab} {...(device === "phone" && { width: PHONE_PX })} />
      </div>
    </>
  );
}

function counted(name: string, count = 0): string {
  return count > 0 ? `${name} ${count}` : name;
}

function Content({ mail, tab, width }: { mail: Mail; tab: Tab; width?: number }) {
  const { t } = useTranslation("sandbox");
  const { html, text, source, headers, attachments } = mail;
  if (tab === "checks") return <Checks mail={mail} />;
  if (tab === "files") return <Files files={attachments} />;
  if (tab === "source") return <CodeBlock code={source} />;
  if (tab === "headers")
    return <Facts facts={headers.map(({ name, value }) => [name, <code key={name}>{value}</code>])} />;
  const shown = tab === "text" ? text : html;
  if (shown === null) return <EmptyState icon={FileX2} title={t(tab === "text" ? "noText" : "noHtml")} />;
  if (tab === "text") return <CodeBlock code={shown} wrap />;
  return (
    <div className={classes.html}>
      <HtmlFrame html={shown} title={t("tab.preview")} {...(width !== undefined && { width })} />
    </div>
  );
}
