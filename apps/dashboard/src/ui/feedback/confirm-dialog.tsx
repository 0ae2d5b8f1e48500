import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Asked } from "./confirm";
import { Dialog } from "../dialog/dialog";

interface Props {
  asked: Asked;
  opened: boolean;
  close: () => void;
}

export function ConfirmDialog({ asked, opened, close }: Props) {
  return (
    <Dialog opened={opened} onClose={close} title={asked.title}>
      <Answer {...asked} close={close} />
    </Dialog>
  );
}

/** Made anew with every question, so that nothing stays typed. */
function Answer({ children, confirm, dangerous, typed, act, close }: Asked & { close: () => void }) {
  const { t } = useTranslation("ui");
  const [words, setWords] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close();
        act();
      }}
    >
      {children}
      {typed !== undefined && (
        <TextInput
          mt="md"
          label={t("confirm.type", { words: typed })}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={close}>
          {t("cancel")}
        </Button>
        <Button
          type="submit"
          color={dangerous ? "red" : "accent"}
          disabled={typed !== undefined && words !== typed}
          {...(typed === undefined && { "data-autofocus": true })}
        >
          {confirm}
        </Button>
      </Group>
    </form>
  );
}
