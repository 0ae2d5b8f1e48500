import { FileX2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../feedback/empty-state";
import { HtmlFrame } from "../../mail/html-frame";
import type { Look } from "./look";
import classes from "./preview.module.css";

/** A phone in the hand: the width that mail designers test with. */
const PHONE_PX = 390;

interface Props {
  look: Look;
  from: string;
  mail: { subject: string | null; html: string | null; text: string | null };
  /** The plain text is made of the HTML as the mail is sent. */
  textIsMade: boolean;
}

/** A rendered mail, as far as it can be rendered. */
export function Mail({ look, from, mail: { subject, html, text }, textIsMade }: Props) {
  const { t } = useTranslation("writing");
  const { shown = "html", device, paper } = look;
  return (
    <>
      <div className={classes.envelope} aria-live="polite">
        <span className={classes.from}>{from}</span>
        <span className={classes.subject}>{subject ?? t("preview.noSubject")}</span>
      </div>
      {shown === "html" ? (
        <Html html={html} dark={paper === "dark"} {...(device === "phone" && { width: PHONE_PX })} />
      ) : (
        <Text text={text} isMade={textIsMade} />
      )}
    </>
  );
}

function Html({ html, dark, width }: { html: string | null; dark: boolean; width?: number }) {
  const { t } = useTranslation("writing");
  if (html === null) return <EmptyState icon={FileX2} title={t("preview.noHtml")} />;
  return (
    <div className={classes.html}>
      <HtmlFrame html={html} title={t("preview")} dark={dark} {...(width !== undefined && { width })} />
    </div>
  );
}

function Text({ text, isMade }: { text: string | null; isMade: boolean }) {
  const { t } = useTranslation("writing");
  if (text === null)
    return <EmptyState icon={FileX2} title={isMade ? t("text.made") : t("preview.noText")} />;
  return (
    <pre className={classes.text} tabIndex={0}>
      {text}
    </pre>
  );
}
