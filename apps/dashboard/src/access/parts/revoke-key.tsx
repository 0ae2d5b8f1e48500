import { Button } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { now } from "../../ui/time/clock";
import { relative } from "../../ui/time/format";
import { confirm } from "../../ui/feedback/confirm";
import { useRevokeKey } from "../acts";
import type { ApiKey } from "../queries";
import classes from "./revoke-key.module.css";

/** Says what stops, and whether anything was using it. */
export function RevokeKey({ apiKey, done }: { apiKey: ApiKey; done: () => void }) {
  const { t, i18n } = useTranslation("access");
  const revoke = useRevokeKey(done);
  const { name, last_used_at } = apiKey;
  const used =
    last_used_at === null
      ? t("revoke.unused")
      : t("revoke.used", { when: relative(Date.parse(last_used_at), now(), i18n.language) });
  const ask = () =>
    confirm(
      {
        title: t("revoke.title", { name }),
        children: [used, t("revoke.lead")].join(" "),
        confirm: t("revoke.action"),
        dangerous: true,
      },
      () => revoke.mutate(apiKey),
    );
  return (
    <div className={classes.end}>
      <span>{t("revoke.hint")}</span>
      <Button
        variant="default"
        color="red"
        leftSection={<Trash2 size={14} />}
        loading={revoke.isPending}
        onClick={ask}
      >
        {t("revoke.action")}
      </Button>
    </div>
  );
}
