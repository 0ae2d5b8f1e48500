import { Anchor, Button, PinInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSecondFactor } from "../entering";
import classes from "./card.module.css";
import { Refused } from "./refused";

interface Props {
  next: string;
  /** The password is asked for again: too many codes, or too long a wait. */
  startAnew: () => void;
}

/** The code of the app is sent off as soon as it is whole. */
export function SecondFactorForm({ next, startAnew }: Props) {
  const { t } = useTranslation("people");
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const verify = useSecondFactor(next);
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
        <AppCode code={code} change={setCode} whole={(all) => verify.mutate({ code: all, recovery })} />
      )}
      <Button type="submit" size="sm" fullWidth loading={verify.isPending}>
        {t("secondFactor.action")}
      </Button>
      <div className={classes.between}>
        <Anchor component="button" type="button" size="sm" onClick={change}>
          {recovery ? t("secondFactor.useApp") : t("secondFactor.useRecovery")}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={startAnew}>
          {t("secondFactor.anew")}
        </Anchor>
      </div>
    </form>
  );
}

/** RFC 6238 as authenticator apps have it. */
const DIGITS = 6;

interface CodeProps {
  code: string;
  change: (code: string) => void;
  whole: (code: string) => void;
}

function AppCode({ code, change, whole }: CodeProps) {
  const { t } = useTranslation("people");
  return (
    <PinInput
      length={DIGITS}
      type="number"
      oneTimeCode
      autoFocus
      aria-label={t("secondFactor.code")}
      value={code}
      onChange={change}
      onComplete={whole}
    />
  );
}
