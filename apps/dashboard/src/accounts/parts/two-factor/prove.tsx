import { Button, PinInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { Copyable } from "../../../ui/text/copy";
import { useProveTwoFactor } from "../../security-acts";
import { secretIn } from "../../totp";
import { QrCode } from "./qr-code";
import classes from "../settings.module.css";
import own from "./two-factor.module.css";

/** RFC 6238 as authenticator apps have it. */
const DIGITS = 6;

/** The secret for the app, as a picture and to type; the code that it makes of it is sent off as soon as it is whole. */
export function Prove({ uri, proven }: { uri: string; proven: () => void }) {
  const { t } = useTranslation("accounts");
  const [code, setCode] = useState("");
  const prove = useProveTwoFactor();
  const send = (text: string) => prove.mutate(text, { onSuccess: proven, onError: () => setCode("") });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(code);
      }}
    >
      <p className={classes.quiet}>{t("twoFactor.scan")}</p>
      <div className={own.secret}>
        <QrCode text={uri} label={t("twoFactor.qr")} />
        <div>
          <div className={classes.quiet}>{t("twoFactor.type")}</div>
          <Copyable text={secretIn(uri)} what={t("twoFactor.copy")} />
        </div>
      </div>
      <div className={own.code}>
        <span className={classes.quiet}>{t("twoFactor.code")}</span>
        <PinInput
          length={DIGITS}
          type="number"
          oneTimeCode
          aria-label={t("twoFactor.code")}
          error={prove.isError}
          value={code}
          onChange={setCode}
          onComplete={send}
        />
        {prove.error && (
          <span className={own.wrong} role="alert">
            {asProblem(prove.error).message}
          </span>
        )}
      </div>
      <div className={classes.foot}>
        <span />
        <Button type="submit" loading={prove.isPending} disabled={code.length < DIGITS}>
          {t("twoFactor.prove")}
        </Button>
      </div>
    </form>
  );
}
