import { Button, Checkbox } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../../session/current";
import { save } from "../../../ui/table/export-csv";
import { codesFile } from "../../totp";
import classes from "../settings.module.css";
import own from "./two-factor.module.css";

/** Shown this once. The way on opens when the person says that she has kept them. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const { t } = useTranslation(["accounts", "ui"]);
  const { user } = useCurrent();
  const { copied, copy } = useClipboard({ timeout: 3000 });
  const [kept, setKept] = useState(false);
  const file = () =>
    save("sendex-recovery-codes.txt", codesFile(codes, user.email, location.origin), "text/plain");
  return (
    <div className={classes.form}>
      <p className={classes.quiet}>{t("codes.lead")}</p>
      <ul className={own.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={classes.act}>
        <Button
          variant="default"
          leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
          onClick={() => copy(codes.join("\n"))}
        >
          {t(copied ? "ui:copied" : "ui:copy")}
        </Button>
        <Button variant="default" leftSection={<Download size={14} />} onClick={file}>
          {t("codes.download")}
        </Button>
      </div>
      <div className={classes.foot}>
        <Checkbox
          label={t("codes.kept")}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Button disabled={!kept} onClick={done}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
