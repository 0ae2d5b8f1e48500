import { Button } from "@mantine/core";
import type { Broadcast } from "@sendex/sdk/generated/api";
import { useNavigate } from "@tanstack/react-router";
import { CircleStop, Copy, Pause, Play, RotateCw, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { confirm } from "../../../ui/feedback/confirm";
import { can } from "../../broadcast";
import { useDriveBroadcast, useDuplicateBroadcast, useRemoveBroadcast } from "../../broadcast-acts";
import { askToRemove } from "../ask-to-remove";

/** What can be done with it as it is; what has it go on or stop is last. */
export function BroadcastActions({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("broadcasts");
  const navigate = useNavigate();
  const duplicate = useDuplicateBroadcast();
  const remove = useRemoveBroadcast(broadcast.id, () => void navigate({ to: "/broadcasts" }));
  if (!useMay("developer")) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Copy size={14} />}
        loading={duplicate.isPending}
        onClick={() => duplicate.mutate({ id: broadcast.id })}
      >
        {t("duplicate.action")}
      </Button>
      {broadcast.started_at !== null && broadcast.ended_at !== null && (
        <Button
          variant="default"
          leftSection={<RotateCw size={14} />}
          disabled={duplicate.isPending}
          onClick={() => duplicate.mutate({ id: broadcast.id, notReached: true })}
        >
          {t("again.action")}
        </Button>
      )}
      {can("remove", broadcast) && (
        <Button
          variant="default"
          leftSection={<Trash2 size={14} />}
          loading={remove.isPending}
          onClick={() => askToRemove(t, broadcast, () => remove.mutate())}
        >
          {t("remove.action")}
        </Button>
      )}
      <Drive broadcast={broadcast} />
    </>
  );
}

function Drive({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation("broadcasts");
  const drive = useDriveBroadcast(broadcast.id);
  const doing = (act: "pause" | "resume" | "cancel") => drive.isPending && drive.variables === act;
  const askToCancel = () =>
    confirm(
      {
        title: t("cancel.title"),
        children: t(broadcast.started_at === null ? "cancel.leadWaiting" : "cancel.lead"),
        confirm: t("cancel.action"),
        dangerous: true,
      },
      () => drive.mutate("cancel"),
    );
  return (
    <>
      {can("cancel", broadcast) && (
        <Button
          variant="default"
          leftSection={<CircleStop size={14} />}
          loading={doing("cancel")}
          disabled={drive.isPending}
          onClick={askToCancel}
        >
          {t("cancel.action")}
        </Button>
      )}
      {can("pause", broadcast) && (
        <Button
          leftSection={<Pause size={14} />}
          loading={doing("pause")}
          disabled={drive.isPending}
          onClick={() => drive.mutate("pause")}
        >
          {t("pause.action")}
        </Button>
      )}
      {can("resume", broadcast) && (
        <Button
          leftSection={<Play size={14} />}
          loading={doing("resume")}
          disabled={drive.isPending}
          onClick={() => drive.mutate("resume")}
        >
          {t("resume.action")}
        </Button>
      )}
    </>
  );
}
