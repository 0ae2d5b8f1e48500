import { useHotkeys } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { Crumb } from "../../../ui/page/crumb";
import { Page } from "../../../ui/page/page";
import type { Template } from "../../template";
import { useEditing } from "../../use-editing";
import { TemplatePreview } from "./preview";
import { EditorActions } from "./actions";
import { Desk } from "./desk";
import { Head } from "./head";
import { LeaveGuard } from "../../../ui/writing/leave-guard";
import { State } from "./state";
import classes from "../../../ui/writing/workshop.module.css";

/** Writing on one side, what becomes of it on the other. */
export function Workshop({ template }: { template: Template }) {
  const { t } = useTranslation("templates");
  const may = useMay("developer");
  const editing = useEditing(template);
  useHotkeys([["mod+S", () => may && void editing.save()]], [], true);
  return (
    <Page
      wide
      title={template.name}
      heading={
        <span className={classes.heading}>
          {template.name} <State editing={editing} />
        </span>
      }
      crumbs={<Crumb to="/templates">{t("title")}</Crumb>}
      actions={<EditorActions editing={editing} />}
    >
      <div className={classes.panes}>
        <section className={classes.pane} aria-label={t("writing")}>
          <Head editing={editing} readOnly={!may} />
          <Desk editing={editing} readOnly={!may} />
        </section>
        <section className={classes.pane} aria-label={t("preview")}>
          <TemplatePreview editing={editing} />
        </section>
      </div>
      <LeaveGuard dirty={editing.dirty} />
    </Page>
  );
}
