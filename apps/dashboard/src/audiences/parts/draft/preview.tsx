import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileX2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { useMay } from "../../../session/current";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Shown } from "../../../ui/feedback/shown";
import { Mail } from "../../../ui/writing/preview/mail";
import { Preview } from "../../../ui/writing/preview/preview";
import { broadcastPreviewQuery } from "../../broadcast-queries";
import type { BroadcastView } from "../../broadcast-view";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import classes from "./draft.module.css";
import { ReaderChoice } from "./reader-choice";

/** What a contact would get of what is saved. */
export function BroadcastPreview({ editing }: { editing: BroadcastEditing }) {
  const { broadcast, dirty } = editing;
  const view = useSearch({ from: "/shell/broadcasts/$id" });
  const navigate = useNavigate({ from: "/broadcasts/$id" });
  const preview = useQuery(broadcastPreviewQuery(useApi(), broadcast.id, view.contact));
  const change = (next: BroadcastView) =>
    void navigate({ search: (last) => ({ ...last, ...next }), replace: true, resetScroll: false });
  const reader = (
    <ReaderChoice
      value={view.contact}
      change={(contact) =>
        void navigate({
          search: ({ contact: _, ...rest }) => ({ ...rest, ...(contact && { contact }) }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
  return (
    <Preview look={view} change={change} choices={reader}>
      {dirty && <Unsaved editing={editing} />}
      {preview.error ? (
        <NotYet error={preview.error} />
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

function Unsaved({ editing: { save, saving } }: { editing: BroadcastEditing }) {
  const { t } = useTranslation("broadcasts");
  if (!useMay("developer")) return null;
  return (
    <div className={classes.unsaved}>
      <span>{t("preview.unsaved")}</span>
      <Button variant="subtle" size="compact-xs" loading={saving} onClick={() => void save()}>
        {t("preview.save")}
      </Button>
    </div>
  );
}

/** What the mail still lacks, or has wrong, in the API's words. */
function NotYet({ error }: { error: unknown }) {
  const { t } = useTranslation("broadcasts");
  const { fields, message } = asProblem(error);
  const reasons = fields.length > 0 ? fields.map((field) => field.message) : [message];
  return (
    <EmptyState icon={FileX2} title={t("preview.notYet")}>
      <ul className={classes.reasons}>
        {[...new Set(reasons)].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </EmptyState>
  );
}
