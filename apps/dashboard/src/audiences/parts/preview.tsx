import type { Broadcast } from "@sendex/sdk/generated/api";
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileX2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { asProblem } from "../../api/problem";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { Mail } from "../../ui/writing/preview/mail";
import { Preview } from "../../ui/writing/preview/preview";
import { lacksOf } from "../broadcast";
import { broadcastPreviewQuery } from "../broadcast-queries";
import type { BroadcastView } from "../broadcast-view";
import { reasonsOf } from "../field-errors";
import classes from "./preview.module.css";
import { ReaderChoice } from "./reader-choice";

interface Props {
  broadcast: Broadcast;
  /** Above the mail. */
  notice?: ReactNode;
}

/** What a contact gets of what is saved. */
export function BroadcastPreview({ broadcast, notice }: Props) {
  const { t } = useTranslation("broadcasts");
  const view = useSearch({ from: "/shell/broadcasts/$id" });
  const navigate = useNavigate({ from: "/broadcasts/$id" });
  const preview = useQuery(broadcastPreviewQuery(useApi(), broadcast, view));
  const lacks = lacksOf(broadcast);
  const show = (search: BroadcastView) => void navigate({ search, replace: true, resetScroll: false });
  const choose = (contact: string | undefined) => {
    const { contact: _, ...others } = view;
    show(contact === undefined ? others : { ...others, contact });
  };
  const chooseSubject = (second: boolean) => {
    const { variant: _, ...others } = view;
    show(second ? { ...others, variant: "b" } : others);
  };
  return (
    <Preview look={view} change={(next) => show({ ...view, ...next })}>
      {notice}
      <div className={classes.reader}>
        <span>{t("reader.to")}</span>
        <ReaderChoice value={view.contact} change={choose} />
        {broadcast.subject_test && (
          <SegmentedControl
            size="xs"
            aria-label={t("second.shown")}
            data={[
              { value: "a", label: t("second.a") },
              { value: "b", label: t("second.b") },
            ]}
            value={view.variant ?? "a"}
            onChange={(variant) => chooseSubject(variant === "b")}
          />
        )}
      </div>
      {lacks.length > 0 ? (
        <NotYet title={t("preview.lacks")} reasons={lacks.map((what) => t(`lacks.${what}`))} />
      ) : preview.error ? (
        <NotYet title={t("preview.notYet")} reasons={reasonsOf(asProblem(preview.error))} />
      ) : (
        <Shown of={preview}>
          {(mail) => (
            <Mail look={view} from={broadcast.from ?? ""} mail={mail} textIsMade={broadcast.text === null} />
          )}
        </Shown>
      )}
    </Preview>
  );
}

/** What the mail still lacks, or has wrong. */
function NotYet({ title, reasons }: { title: string; reasons: string[] }) {
  return (
    <EmptyState icon={FileX2} title={title}>
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </EmptyState>
  );
}
