import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileX2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Shown } from "../../../ui/feedback/shown";
import { HtmlFrame } from "../../../ui/mail/html-frame";
import type { Editing } from "../../use-editing";
import { DEVICES, type EditorView, PAPERS, SHOWN } from "../../view";
import bar from "../editor/workshop.module.css";
import { Choice } from "./choice";
import classes from "./preview.module.css";

/** A phone in the hand: the width that mail designers test with. */
const PHONE_PX = 390;

/** What the mail would look like with the test data, as far as it can be rendered. */
export function Preview({ editing: { draft, preview } }: { editing: Editing }) {
  const { t } = useTranslation("templates");
  const { shown = "html", device = "desktop", paper = "light" } = useSearch({ from: "/shell/templates/$id" });
  const navigate = useNavigate({ from: "/templates/$id" });
  const look = (view: EditorView) =>
    void navigate({ search: (last) => ({ ...last, ...view }), replace: true, resetScroll: false });
  return (
    <>
      <div className={bar.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("preview")}
          value={shown}
          onChange={(value) => look({ shown: value })}
          data={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
        />
        {shown === "html" && (
          <div className={bar.group}>
            <Choice
              names="device"
              choices={DEVICES}
              value={device}
              change={(next) => look({ device: next })}
            />
            <Choice names="paper" choices={PAPERS} value={paper} change={(next) => look({ paper: next })} />
          </div>
        )}
      </div>
      <div className={classes.scene}>
        <Shown of={preview}>
          {({ subject, html, text }) => (
            <>
              <div className={classes.envelope} aria-live="polite">
                <span className={classes.from}>{draft.from || t("field.fromHint")}</span>
                <span className={classes.subject}>{subject ?? t("preview.noSubject")}</span>
              </div>
              {shown === "html" ? (
                <Html html={html} dark={paper === "dark"} {...(device === "phone" && { width: PHONE_PX })} />
              ) : (
                <Text text={text} isMade={draft.text === null} />
              )}
            </>
          )}
        </Shown>
      </div>
    </>
  );
}

function Html({ html, dark, width }: { html: string | null; dark: boolean; width?: number }) {
  const { t } = useTranslation("templates");
  if (html === null) return <EmptyState icon={FileX2} title={t("preview.noHtml")} />;
  return (
    <div className={classes.html}>
      <HtmlFrame html={html} title={t("preview")} dark={dark} {...(width !== undefined && { width })} />
    </div>
  );
}

function Text({ text, isMade }: { text: string | null; isMade: boolean }) {
  const { t } = useTranslation("templates");
  if (text === null)
    return <EmptyState icon={FileX2} title={isMade ? t("text.made") : t("preview.noText")} />;
  return (
    <pre className={classes.text} tabIndex={0}>
      {text}
    </pre>
  );
}
