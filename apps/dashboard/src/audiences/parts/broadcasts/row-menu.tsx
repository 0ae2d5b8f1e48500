import { ActionIcon, Menu } from "@mantine/core";
import type { ListedBroadcast } from "@sendex/sdk/generated/api";
import { Copy, Ellipsis, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { can, nameOf } from "../../broadcast";
import { useDuplicateBroadcast, useRemoveBroadcast } from "../../broadcast-acts";
import { askToRemove } from "../ask-to-remove";

/** At the end of a broadcast's row. */
export function RowMenu({ broadcast }: { broadcast: ListedBroadcast }) {
  const { t } = useTranslation("broadcasts");
  const duplicate = useDuplicateBroadcast();
  const remove = useRemoveBroadcast(broadcast.id);
  const name = nameOf(broadcast) ?? t("nameless");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("moreOf", { name })} loading={duplicate.isPending || remove.isPending}>
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
          disabled={!can("remove", broadcast)}
          onClick={() => askToRemove(t, broadcast, () => remove.mutate())}
        >
          {t("remove.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
