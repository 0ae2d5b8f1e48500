import { ActionIcon, Menu } from "@mantine/core";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../ui/feedback/confirm";

interface Props {
  name: string;
  /** What changing it is called. */
  change: string;
  onChange: () => void;
  /** What follows from removing it. */
  lead: string;
  pending: boolean;
  onRemove: () => void;
}

/** At the end of a segment's or a topic's row. */
export function RowMenu({ name, change, onChange, lead, pending, onRemove }: Props) {
  const { t } = useTranslation("audiences");
  const ask = () =>
    confirm(
      { title: t("removeTitle", { name }), children: lead, confirm: t("removeAction"), dangerous: true },
      onRemove,
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("moreOf", { name })} loading={pending}>
          <Ellipsis size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil size={14} />} onClick={onChange}>
          {change}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<Trash2 size={14} />} onClick={ask}>
          {t("removeAction")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
