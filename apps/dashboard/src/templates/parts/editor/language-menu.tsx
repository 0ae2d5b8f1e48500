import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { confirm } from "../../../ui/feedback/confirm";
import { MJML_STARTER } from "../../starters";
import type { Editing } from "../../use-editing";

/** Whether the content is written as HTML or as MJML. The other one's words cannot be made of it. */
export function LanguageMenu({ editing: { draft, set } }: { editing: Editing }) {
  const { t } = useTranslation("templates");
  const isMjml = draft.mjml !== null;
  const toMjml = () => set({ mjml: MJML_STARTER });
  const askForMjml = () =>
    draft.html === ""
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
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" rightSection={<ChevronDown size={13} />}>
          {isMjml ? t("part.mjml") : t("part.html")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!isMjml} onClick={askForHtml}>
          {t("toHtml.item")}
        </Menu.Item>
        <Menu.Item disabled={isMjml} onClick={askForMjml}>
          {t("toMjml.item")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
