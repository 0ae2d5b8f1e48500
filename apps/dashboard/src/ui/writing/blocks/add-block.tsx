import { Button, Menu } from "@mantine/core";
import {
  Columns2,
  Heading,
  Image,
  type LucideIcon,
  Minus,
  MoveVertical,
  PanelBottom,
  Plus,
  RectangleHorizontal,
  Type,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Kind } from "./model";

export const ICONS: Record<Kind, LucideIcon> = {
  heading: Heading,
  text: Type,
  button: RectangleHorizontal,
  image: Image,
  divider: Minus,
  spacer: MoveVertical,
  columns: Columns2,
  footer: PanelBottom,
};

/** Which kind of block comes next. */
export function AddBlock({ kinds, add }: { kinds: readonly Kind[]; add: (kind: Kind) => void }) {
  const { t } = useTranslation("writing");
  return (
    // What is added takes the focus.
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<Plus size={14} aria-hidden />} data-act="add">
          {t("block.add")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const Icon = ICONS[kind];
          return (
            <Menu.Item key={kind} leftSection={<Icon size={14} aria-hidden />} onClick={() => add(kind)}>
              {t(`block.kind.${kind}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
