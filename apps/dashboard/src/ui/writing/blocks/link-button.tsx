import { ActionIcon, Button, Group, Popover, Stack, TextInput } from "@mantine/core";
import type { Editor } from "@tiptap/core";
import { Link } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Where the words that are chosen lead. */
export function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation("writing");
  const [opened, setOpened] = useState(false);
  const [href, setHref] = useState("");
  const on = editor.isActive("link");
  const open = () => {
    const now: unknown = editor.getAttributes("link")["href"];
    setHref(typeof now === "string" ? now : "");
    setOpened(true);
  };
  const put = (link: string) => {
    const chain = editor.chain().focus().extendMarkRange("link");
    (link.trim() === "" ? chain.unsetLink() : chain.setLink({ href: link.trim() })).run();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <ActionIcon
          variant={on ? "light" : "subtle"}
          color="gray"
          size="sm"
          aria-label={t("rich.link")}
          aria-pressed={on}
          onMouseDown={(event) => event.preventDefault()}
          onClick={open}
        >
          <Link size={14} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        {/* A form would be inside the page's own. */}
        <Stack gap="xs">
          <TextInput
            label={t("block.link")}
            placeholder="https://"
            value={href}
            onChange={(event) => setHref(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              put(href);
            }}
            data-autofocus
          />
          <Group gap="xs">
            <Button size="xs" onClick={() => put(href)}>
              {t("rich.linkPut")}
            </Button>
            {on && (
              <Button size="xs" variant="default" onClick={() => put("")}>
                {t("rich.linkRemove")}
              </Button>
            )}
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
