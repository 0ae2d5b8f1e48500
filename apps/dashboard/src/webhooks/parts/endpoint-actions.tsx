import { ActionIcon, Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Webhook } from "@sendex/sdk/generated/api";
import { Ellipsis, KeyRound, Pencil, Power, RotateCcw, Trash2, Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { laterDialog } from "../../ui/later/later-dialog";
import { useDeleteWebhook, useSwitchWebhook } from "../acts";

const EditEndpoint = laterDialog(() => import("./edit-endpoint"), "EditEndpoint");
const ReplayAll = laterDialog(() => import("./replay-all"), "ReplayAll");
const RotateSecret = laterDialog(() => import("./rotate-secret"), "RotateSecret");
const TestEvent = laterDialog(() => import("./test-event"), "TestEvent");

/** What can be done with the endpoint. */
export function EndpointActions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const may = useMay("developer");
  const [testing, test] = useDisclosure();
  const [editing, edit] = useDisclosure();
  const [rotating, rotate] = useDisclosure();
  const [replaying, replay] = useDisclosure();
  if (!may) return null;
  const enabled = webhook.status === "enabled";
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t("more")}>
            <Ellipsis size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={15} />} onClick={edit.open}>
            {t("edit.action")}
          </Menu.Item>
          <Menu.Item leftSection={<KeyRound size={15} />} onClick={rotate.open}>
            {t("rotate.action")}
          </Menu.Item>
          <Menu.Item leftSection={<RotateCcw size={15} />} onClick={replay.open} disabled={!enabled}>
            {t("replayAll.action")}
          </Menu.Item>
          <Menu.Divider />
          <Switch webhook={webhook} />
          <Delete webhook={webhook} />
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<Zap size={14} />} onClick={test.open} disabled={!enabled}>
        {t("test.action")}
      </Button>
      <TestEvent webhook={webhook} opened={testing} close={test.close} />
      <EditEndpoint webhook={webhook} opened={editing} close={edit.close} />
      <RotateSecret webhook={webhook} opened={rotating} close={rotate.close} />
      <ReplayAll webhook={webhook} opened={replaying} close={replay.close} />
    </>
  );
}

function Switch({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const change = useSwitchWebhook(webhook);
  const disable = () =>
    confirm({ title: t("disable.title"), children: t("disable.lead"), confirm: t("disable.action") }, () =>
      change.mutate("disabled"),
    );
  const enabled = webhook.status === "enabled";
  return (
    <Menu.Item leftSection={<Power size={15} />} onClick={enabled ? disable : () => change.mutate("enabled")}>
      {t(enabled ? "disable.action" : "enable.action")}
    </Menu.Item>
  );
}

function Delete({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation("webhooks");
  const remove = useDeleteWebhook(webhook);
  const ask = () =>
    confirm(
      { title: t("delete.title"), children: t("delete.lead"), confirm: t("delete.action"), dangerous: true },
      () => remove.mutate(),
    );
  return (
    <Menu.Item leftSection={<Trash2 size={15} />} color="red" onClick={ask}>
      {t("delete.action")}
    </Menu.Item>
  );
}
