import { useTranslation } from "react-i18next";
import { confirm } from "../../feedback/confirm";

/** Asks before a mail is written in another way, where something is given up by it. */
export function useAsk() {
  const { t } = useTranslation("writing");
  return {
    forBlocks(isNothingLost: boolean, act: () => void): void {
      if (isNothingLost) act();
      else
        confirm(
          {
            title: t("toBlocks.title"),
            children: t("toBlocks.lead"),
            confirm: t("toBlocks.action"),
            dangerous: true,
          },
          act,
        );
    },
    forHtml(act: () => void): void {
      confirm(
        { title: t("fromBlocks.title"), children: t("fromBlocks.lead"), confirm: t("fromBlocks.action") },
        act,
      );
    },
  };
}
