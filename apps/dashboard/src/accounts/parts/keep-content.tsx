import { Switch } from "@mantine/core";
import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { useChoose } from "../acts";
import { CONTENT_KEPT_DAYS } from "./retention";

/** Turning it off erases what is settled for good: it is asked for. */
export function KeepContent({ account: { keep_content } }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const may = useMay("admin");
  const choose = useChoose();
  const set = (now: boolean) =>
    choose.mutate({ now: { keep_content: now }, before: { keep_content }, final: !now });
  const turn = (on: boolean) => {
    if (on) set(true);
    else
      confirm(
        {
          title: t("content.offTitle"),
          children: t("content.offLead"),
          confirm: t("content.offAction"),
          dangerous: true,
        },
        () => set(false),
      );
  };
  return (
    <Switch
      label={t("content.keep")}
      description={t(keep_content ? "content.on" : "content.off", { count: CONTENT_KEPT_DAYS })}
      checked={keep_content}
      disabled={!may}
      onChange={(event) => turn(event.currentTarget.checked)}
    />
  );
}
