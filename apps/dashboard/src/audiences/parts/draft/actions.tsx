import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { Copy, Ellipsis, MailCheck, Save, Send, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { laterDialog } from "../../../ui/later/later-dialog";
import { useDuplicateBroadcast, useRemoveBroadcast } from "../../broadcast-acts";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import { askToRemove } from "../ask-to-remove";

const TestMail = laterDialog(() => import("./test-mail"), "TestMail");
const SendDialog = laterDialog(() => import("./send-dialog"), "SendDialog");

/** What can be done with the draft; sending last. */
export function DraftActions({ editing }: { editing: BroadcastEditing }) {
  const { t } = useTranslation("broadcasts");
  const { dirty, save, saving } = editing;
  const [testing, test] = useDisclosure();
  const [sending, send] = useDisclosure();
  // What is sent is what is stored, and so is what it says of its audience.
  const openSend = () => void save().then((stored) => stored && send.open());
  return (
    <>
      <Button variant="default" leftSection={<MailCheck size={14} />} onClick={test.open}>
        {t("test.action")}
      </Button>
      <Button
        variant="default"
        leftSection={<Save size={14} />}
        disabled={!dirty}
        loading={saving}
        onClick={() => void save()}
      >
        {t("save")}
      </Button>
      <Button leftSection={<Send size={14} />} disabled={saving} onClick={openSend}>
        {t("send.action")}
      </Button>
      <More editing={editing} />
      <TestMail editing={editing} opened={testing} close={test.close} />
      <SendDialog broadcast={editing.broadcast} opened={sending} close={send.close} />
    </>
  );
}

function More({ editing: { broadcast } }: { editing: BroadcastEditing }) {
  const { t } = useTranslation("broadcasts");
  const navigate = useNavigate();
  const duplicate = useDuplicateBroadcast();
  const remove = useRemoveBroadcast(
    broadcast.id,
    () => void navigate({ to: "/broadcasts", ignoreBlocker: true }),
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("more")}
          loading={duplicate.isPending || remove.isPending}
        >
          <Ellipsis size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Copy size={14} />} onClick={() => duplicate.mutate({ id: broadcast.id })}>
          {t("duplicate.action")}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<Trash2 size={14} />}
          onClick={() => askToRemove(t, broadcast, () => remove.mutate())}
        >
          {t("remove.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
