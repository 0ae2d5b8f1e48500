import { Check, Copy } from "lucide-react";
import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import classes from "./secret-once.module.css";

/** A key or secret that is shown this one time. */
export function SecretOnce({ secret, label }: { secret: string; label: string }) {
  const { t } = useTranslation("ui");
  const { copied, copy } = useClipboard({ timeout: 3000 });
  return (
    <div className={classes.box}>
      <div className={classes.label}>{label}</div>
      <code className={classes.secret}>{secret}</code>
      <div className={classes.foot}>
        <span>{t("secret.once")}</span>
        <Button leftSection={copied ? <Check size={14} /> : <Copy size={14} />} onClick={() => copy(secret)}>
          {copied ? t("copied") : t("copy")}
        </Button>
      </div>
    </div>
  );
}
