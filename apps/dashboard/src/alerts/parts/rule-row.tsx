import { Button, NumberInput, Switch } from "@mantine/core";
import type { AlertRule } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { useChangeRule } from "../acts";
import classes from "./alerts.module.css";

/** A rule with its switch and, where it has one, its number. */
export function RuleRow({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation("alerts");
  const may = useMay("admin");
  const change = useChangeRule(rule);
  const { kind, enabled } = rule;
  return (
    <li className={classes.rule}>
      <Switch
        className={classes.words}
        label={t(`kind.${kind}`)}
        description={t(`rule.${kind}`)}
        checked={enabled}
        disabled={!may || change.isPending}
        onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
      />
      {rule.threshold !== null && <Threshold rule={rule} may={may && enabled} change={change} />}
    </li>
  );
}

interface Props {
  rule: AlertRule;
  may: boolean;
  change: ReturnType<typeof useChangeRule>;
}

function Threshold({ rule: { kind, threshold, minimum, maximum, unit }, may, change }: Props) {
  const { t } = useTranslation("alerts");
  const [value, setValue] = useState<number | string>(threshold ?? "");
  const changed = typeof value === "number" && value !== threshold;
  return (
    <form
      className={classes.threshold}
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof value === "number") change.mutate({ threshold: value });
      }}
    >
      <NumberInput
        aria-label={t("threshold", { rule: t(`kind.${kind}`) })}
        size="xs"
        w={116}
        {...(minimum !== null && { min: minimum })}
        {...(maximum !== null && { max: maximum })}
        decimalScale={2}
        hideControls
        {...(unit !== null && { suffix: t(`unit.${unit}`) })}
        value={value}
        onChange={setValue}
        disabled={!may}
      />
      {changed && (
        <Button type="submit" size="xs" loading={change.isPending}>
          {t("save")}
        </Button>
      )}
    </form>
  );
}
