import { ActionIcon, Menu } from "@mantine/core";
import { Copy, Ellipsis, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDelete, useDuplicate } from "../../acts";
import type { ListedTemplate } from "../../template";
import { askToDelete } from "../ask-to-delete";

export function RowMenu({ template: { id, name } }: { template: ListedTemplate }) {
  const { t } = useTranslation("templates");
  const duplicate = useDuplicate();
  const remove = useDelete();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("moreOf", { name })} loading={duplicate.isPending || remove.isPending}>
          <Ellipsis size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Copy size={14} />} onClick={() => duplicate.mutate(id)}>
          {t("duplicate.action")}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<Trash2 size={14} />}
          onClick={() => askToDelete(t, name, () => remove.mutate(id))}
        >
          {t("delete.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
