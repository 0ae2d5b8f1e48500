import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../../ui/feedback/confirm";
import { useAsk } from "../../../ui/writing/blocks/ask";
import { STARTER_BLOCKS } from "../../../ui/writing/blocks/new-block";
import { MJML_STARTER } from "../../starters";
import type { Editing } from "../../use-editing";

/** Whether the content is written as HTML, as MJML or as blocks. None's words can be made of another's, but HTML. */
export function LanguageMenu({ editing }: { editing: Editing }) {
  const { t } = useTranslation(["templates", "writing"]);
  const { draft, set, save } = editing;
  const ask = useAsk();
  const language = draft.blocks ? "blocks" : draft.mjml === null ? "html" : "mjml";
  const isEmpty = language === "html" && draft.html === "";
  const toMjml = () => set({ mjml: MJML_STARTER, blocks: null });
  const askForMjml = () =>
    isEmpty
      ? toMjml()
      : confirm(
          {
            title: t("toMjml.title"),
            children: t("toMjml.lead"),
            confirm: t("toMjml.action"),
            dangerous: true,
          },
          toMjml,
        );
  const askForHtml = () =>
    confirm({ title: t("toHtml.title"), children: t("toHtml.lead"), confirm: t("toHtml.action") }, () =>
      set({ mjml: null }),
    );
  // What they make is known once they are stored.
  const saveForHtml = async () => {
    if (await save()) set({ blocks: null });
  };
  const names = { html: t("part.html"), mjml: t("part.mjml"), blocks: t("writing:way.blocks") };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" rightSection={<ChevronDown size={13} />}>
          {names[language]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={language === "html"}
          onClick={language === "blocks" ? () => ask.forHtml(() => void saveForHtml()) : askForHtml}
        >
          {t("toHtml.item")}
        </Menu.Item>
        <Menu.Item disabled={language === "mjml"} onClick={askForMjml}>
          {t("toMjml.item")}
        </Menu.Item>
        <Menu.Item
          disabled={language === "blocks"}
          onClick={() => ask.forBlocks(isEmpty, () => set({ blocks: STARTER_BLOCKS, mjml: null }))}
        >
          {t("writing:toBlocks.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
