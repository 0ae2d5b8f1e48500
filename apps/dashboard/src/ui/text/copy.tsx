import { ActionIcon, Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, Copy as CopyIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./copy.module.css";

/** A button that copies. `what` names it: "Copy the message's id". */
export function CopyButton({ text, what }: { text: string; what?: string }) {
  const { t } = useTranslation("ui");
  const { copied, copy } = useClipboard({ timeout: 1500 });
  const label = copied ? t("copied") : (what ?? t("copy"));
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={() => copy(text)}>
        {copied ? <Check size={14} /> : <CopyIcon size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** An id, an address or another text that programs want, with its copy button. */
export function Copyable({ text, what }: { text: string; what?: string }) {
  return (
    <span className={classes.copyable}>
      <code className={classes.code}>{text}</code>
      <CopyButton text={text} {...(what !== undefined && { what })} />
    </span>
  );
}
