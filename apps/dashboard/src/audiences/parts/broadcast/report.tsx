import type { Broadcast } from "@sendex/sdk/generated/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../../ui/page/page";
import { Section } from "../../../ui/page/section";
import workshop from "../../../ui/writing/workshop.module.css";
import { nameOf } from "../../broadcast";
import audiences from "../audiences.module.css";
import { StateBadge } from "../broadcasts/state-badge";
import { BroadcastPreview } from "../preview";
import { BroadcastActions } from "./actions";
import { ClickedLinks } from "./clicked-links";
import { Figures } from "./figures";
import { Progress } from "./progress";
import { Recipients } from "./recipients";
import classes from "./report.module.css";
import { SubjectTest } from "./subject-test";
import { WhatWasSent } from "./what-was-sent";

interface Props {
  broadcast: Broadcast;
  crumbs: ReactNode;
}

/** What becomes of a broadcast, while it is sent and after. */
export function Report({ broadcast, crumbs }: Props) {
  const { t } = useTranslation("broadcasts");
  const title = nameOf(broadcast) ?? t("nameless");
  return (
    <Page
      title={title}
      heading={
        <span className={audiences.heading}>
          {title} <StateBadge state={broadcast.state} />
        </span>
      }
      crumbs={crumbs}
      actions={<BroadcastActions broadcast={broadcast} />}
    >
      <Progress broadcast={broadcast} />
      {broadcast.started_at !== null && (
        <>
          <Figures broadcast={broadcast} />
          <SubjectTest broadcast={broadcast} />
          <Recipients broadcast={broadcast} />
          <ClickedLinks broadcast={broadcast} />
        </>
      )}
      <WhatWasSent broadcast={broadcast} />
      <Section title={t("mail")} plain>
        <div className={`${workshop.pane} ${classes.mail}`}>
          <BroadcastPreview broadcast={broadcast} />
        </div>
      </Section>
    </Page>
  );
}
