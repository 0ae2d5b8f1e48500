import { Button, Group, TextInput } from "@mantine/core";
import type { Email } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useMove } from "../acts";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  email: Email;
  close: () => void;
}

/** Another time for a scheduled message: a moment of the viewer's clock. */
export function Reschedule({ email, close }: Props) {
  const { t } = useTranslation("emails");
  const [at, setAt] = useState(() => localInput(email.scheduled_at));
  const move = useMove(email.id, close);
  return (
    <Dialog opened onClose={close} title={t("move.title")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          move.mutate(new Date(at).toISOString());
        }}
      >
        <TextInput
          type="datetime-local"
          label={t("move.at")}
          description={Intl.DateTimeFormat().resolvedOptions().timeZone}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
          error={move.error && asProblem(move.error).message}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={move.isPending}>
            {t("move.action")}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** `2026-03-05T12:00` of the viewer's clock, as the input wants it. */
function localInput(iso: string | null): string {
  if (iso === null) return "";
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
