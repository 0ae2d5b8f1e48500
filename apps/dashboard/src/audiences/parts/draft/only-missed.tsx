import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { TextLink } from "../../../ui/page/link-button";
import { nameOf } from "../../broadcast";
import { broadcastQuery } from "../../broadcast-queries";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import classes from "./draft.module.css";

interface Props {
  editing: BroadcastEditing;
  readOnly: boolean;
}

/** Says that it is for those alone whom another broadcast did not reach. */
export function OnlyMissed({ editing, readOnly }: Props) {
  const [id] = editing.draft.not_reached_by;
  return id === undefined ? null : <Missed id={id} editing={editing} readOnly={readOnly} />;
}

function Missed({ id, editing, readOnly }: Props & { id: string }) {
  const { t } = useTranslation("broadcasts");
  // One that was removed is named no more, and still knows whom it reached.
  const { data } = useQuery({ ...broadcastQuery(useApi(), id), retry: false });
  const name = (data && nameOf(data)) ?? t("again.other");
  return (
    <p className={classes.unsaved}>
      {data ? (
        <TextLink to="/broadcasts/$id" params={{ id }}>
          {t("again.only", { name })}
        </TextLink>
      ) : (
        t("again.only", { name })
      )}
      {!readOnly && (
        <Button size="compact-xs" variant="default" onClick={() => editing.set({ not_reached_by: [] })}>
          {t("again.everybody")}
        </Button>
      )}
    </p>
  );
}
