import { ActionIcon, Menu } from "@mantine/core";
import type { Editor } from "@tiptap/core";
import { Bold, Braces, Italic, List, ListOrdered, type LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "./link-button";
import { usePlace } from "./place";
import classes from "./rich-text.module.css";

interface Props {
  editor: Editor;
  line: boolean;
  label: string;
}

/** What can be done with the words that are chosen. */
export function RichTextBar({ editor, line, label }: Props) {
  const { t } = useTranslation("writing");
  const { variables } = usePlace();
  useNews(editor);
  const act = () => editor.chain().focus();
  return (
    <div className={classes.bar} role="group" aria-label={t("rich.bar", { label })}>
      <Toggle
        icon={Bold}
        label={t("rich.bold")}
        on={editor.isActive("bold")}
        press={() => act().toggleBold().run()}
      />
      <Toggle
        icon={Italic}
        label={t("rich.italic")}
        on={editor.isActive("italic")}
        press={() => act().toggleItalic().run()}
      />
      <LinkButton editor={editor} />
      {!line && (
        <>
          <Toggle
            icon={List}
            label={t("rich.list")}
            on={editor.isActive("bulletList")}
            press={() => act().toggleBulletList().run()}
          />
          <Toggle
            icon={ListOrdered}
            label={t("rich.numbers")}
            on={editor.isActive("orderedList")}
            press={() => act().toggleOrderedList().run()}
          />
        </>
      )}
      {variables.length > 0 && (
        <Menu position="bottom-start" returnFocus={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("rich.variable")}>
              <Braces size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {variables.map((name) => (
              <Menu.Item
                key={name}
                onClick={() =>
                  act()
                    .insertContent(textNode(`{{ ${name} }}`))
                    .run()
                }
              >
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

/** As text: it is no HTML. */
function textNode(text: string) {
  return { type: "text", text };
}

interface ToggleProps {
  icon: LucideIcon;
  label: string;
  on: boolean;
  press: () => void;
}

function Toggle({ icon: Icon, label, on, press }: ToggleProps) {
  return (
    <ActionIcon
      variant={on ? "light" : "subtle"}
      color="gray"
      size="sm"
      aria-label={label}
      aria-pressed={on}
      // The words stay chosen.
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <Icon size={14} aria-hidden />
    </ActionIcon>
  );
}

/** Draws anew where the cursor or the words have changed. */
function useNews(editor: Editor): void {
  const [, count] = useState(0);
  useEffect(() => {
    const again = () => count((last) => last + 1);
    editor.on("transaction", again);
    return () => void editor.off("transaction", again);
  }, [editor]);
}
