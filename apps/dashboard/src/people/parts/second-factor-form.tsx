import { Anchor, Button, PinInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSecondFactor } from "../entering";
import classes from "./card.module.css";
import { Refused } from "./refused";

const DIGITS = 6;

/** The code of the app is sent off as soon as it is whole. */
export function SecondFactorForm() {
  const { t } = useTranslation("people");
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const verify = useSecondFactor();
  const change = () => {
    setRecovery(!recovery);
    setCode("");
    verify.reset();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate({ code: code.trim(), recovery });
      }}
    >
      <Refused error={verify.error} />
      {recovery ? (
        <TextInput
          label={t("secondFactor.recoveryCode")}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <PinInput
          length={DIGITS}
          type="number"
          oneTimeCode
          autoFocus
          aria-label={t("secondFactor.code")}
          value={code}
          onChange={setCode}
          onComplete={(whole) => verify.mutate({ code: whole, recovery })}
        />
      )}
      <Button type="submit" size="sm" fullWidth loading={verify.isPending}>
        {t("secondFactor.action")}
      </Button>
      <Anchor component="button" type="button" size="sm" onClick={change}>
        {recovery ? t("secondFactor.useApp") : t("secondFactor.useRecovery")}
      </Anchor>
    </form>
  );
}
