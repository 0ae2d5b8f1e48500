import { SegmentedControl } from "@mantine/core";
import type { Email } from "@sendex/sdk/generated/api";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { EyeOff, FileX2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { HtmlFrame } from "../../ui/mail/html-frame";
import { Section } from "../../ui/page/section";
import { CodeBlock } from "../../ui/text/code-block";
import { DEVICES, type EmailView, TABS } from "../view";
import classes from "./email.module.css";
import { Files } from "./files";

/** A phone in the hand: the width that mail designers test with. */
const PHONE_PX = 390;

/** What the message says, in the way that the URL names. */
export function Content({ email }: { email: Email }) {
  const { t } = useTranslation("emails");
  const { tab = email.html === null ? "text" : "preview", device = "desktop" } = useSearch({
    from: "/shell/emails/$id",
  });
  const navigate = useNavigate({ from: "/emails/$id" });
  const look = (view: EmailView) =>
    void navigate({ search: (last) => ({ ...last, ...view }), replace: true, resetScroll: false });
  return (
    <Section title={t("content")} plain>
      <div className={classes.tabs}>
        <SegmentedControl
          size="xs"
          aria-label={t("content")}
          value={tab}
          onChange={(value) => look({ tab: value })}
          data={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
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
      <Tab email={email} tab={tab} {...(device === "phone" && { width: PHONE_PX })} />
    </Section>
  );
}

function Tab({
  email: { id, html, text },
  tab,
  width,
}: {
  email: Email;
  tab: (typeof TABS)[number];
  width?: number;
}) {
  const { t } = useTranslation("emails");
  if (tab === "files") return <Files id={id} />;
  if (html === null && text === null)
    return (
      <EmptyState icon={EyeOff} title={t("erased")}>
        {t("erasedLead")}
      </EmptyState>
    );
  const shown = tab === "text" ? text : html;
  if (shown === null) return <EmptyState icon={FileX2} title={t(tab === "text" ? "noText" : "noHtml")} />;
  if (tab !== "preview") return <CodeBlock code={shown} wrap={tab === "text"} />;
  return <HtmlFrame html={shown} title={t("tab.preview")} {...(width !== undefined && { width })} />;
}
