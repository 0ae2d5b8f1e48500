import { useHotkeys } from "@mantine/hooks";
import type { Broadcast } from "@sendex/sdk/generated/api";
import { CircleDot } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { later } from "../../../ui/later/later";
import { Page } from "../../../ui/page/page";
import { Badge } from "../../../ui/text/badge";
import { LeaveGuard } from "../../../ui/writing/leave-guard";
import classes from "../../../ui/writing/workshop.module.css";
import { nameOf } from "../../broadcast";
import { useBroadcastEditing } from "../../use-broadcast-editing";
import { StateBadge } from "../broadcasts/state-badge";
import { BroadcastPreview } from "../preview";
import { DraftActions } from "./actions";
import { Desk } from "./desk";
import draft from "./draft.module.css";
import { Head } from "./head";
import { Settings } from "./settings";
import { Unsaved } from "./unsaved";

const OnlyMissed = later(() => import("./only-missed"), "OnlyMissed");

interface Props {
  broadcast: Broadcast;
  crumbs: ReactNode;
}

/** Who gets it above, writing on one side, and on the other what becomes of it. */
export function Workshop({ broadcast, crumbs }: Props) {
  const { t } = useTranslation("broadcasts");
  const may = useMay("developer");
  const editing = useBroadcastEditing(broadcast);
  useHotkeys([["mod+S", () => may && void editing.save()]], [], true);
  const title = nameOf(broadcast) ?? t("nameless");
  return (
    <Page
      wide
      title={title}
      heading={
        <span className={classes.heading}>
          {title} <StateBadge state={broadcast.state} />
          {editing.dirty && (
            <Badge meaning="late" icon={CircleDot}>
              {t("unsaved")}
            </Badge>
          )}
        </span>
      }
      crumbs={crumbs}
      actions={may && <DraftActions editing={editing} />}
    >
      <Settings editing={editing} readOnly={!may} />
      {editing.draft.not_reached_by.length > 0 && <OnlyMissed editing={editing} readOnly={!may} />}
      <div className={`${classes.panes} ${draft.panes}`}>
        <section className={classes.pane} aria-label={t("writing")}>
          <Head editing={editing} readOnly={!may} />
          <Desk editing={editing} readOnly={!may} />
        </section>
        <section className={classes.pane} aria-label={t("preview")}>
          <BroadcastPreview broadcast={broadcast} notice={editing.dirty && <Unsaved editing={editing} />} />
        </section>
      </div>
      <LeaveGuard dirty={editing.dirty} />
    </Page>
  );
}
