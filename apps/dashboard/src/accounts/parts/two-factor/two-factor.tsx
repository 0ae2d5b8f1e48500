import { Button } from "@mantine/core";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../../../ui/later/later";
import { Badge } from "../../../ui/text/badge";
import classes from "../settings.module.css";

const Enrol = later(() => import("./enrol"), "Enrol");
const NewCodes = later(() => import("./new-codes"), "NewCodes");
const EndTwoFactor = later(() => import("./end-two-factor"), "EndTwoFactor");

type Asked = "enrol" | "codes" | "end";

/** The code of an app beside the password. */
export function TwoFactor({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation("accounts");
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <div className={classes.name}>
          {t("twoFactor.name")}
          <Badge meaning={enabled ? "good" : "late"} icon={enabled ? ShieldCheck : ShieldOff}>
            {t(enabled ? "on" : "off")}
          </Badge>
        </div>
        <div className={classes.quiet}>{t(enabled ? "twoFactor.onLead" : "twoFactor.offLead")}</div>
      </div>
      <div className={classes.act}>
        {enabled ? (
          <>
            <Button variant="default" onClick={() => ask("codes")}>
              {t("codes.action")}
            </Button>
            <Button variant="default" onClick={() => ask("end")}>
              {t("twoFactor.end")}
            </Button>
          </>
        ) : (
          <Button onClick={() => ask("enrol")}>{t("twoFactor.begin")}</Button>
        )}
      </div>
      {asked === "enrol" && <Enrol close={close} />}
      {asked === "codes" && <NewCodes close={close} />}
      {asked === "end" && <EndTwoFactor close={close} />}
    </div>
  );
}
