import { Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Mail } from "../mail";
import classes from "./reader.module.css";

/** Whom it went to; where they are several, each has a copy to read. */
export function To({ mail: { recipients, recipient, to } }: { mail: Mail }) {
  const { t } = useTranslation("sandbox");
  const navigate = useNavigate({ from: "/sandbox" });
  const line = <div className={classes.quiet}>{t("to", { first: to.join(", ") })}</div>;
  if (recipients.length < 2) return line;
  return (
    <>
      {line}
      <Select
        className={classes.copy}
        size="xs"
        aria-label={t("recipient")}
        data={recipients}
        value={recipient}
        onChange={(next) =>
          void navigate({
            search: (last) => ({ ...last, recipient: next ?? undefined }),
            replace: true,
            resetScroll: false,
          })
        }
        allowDeselect={false}
      />
    </>
  );
}
