import { Button, NumberInput, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { type Limits, useSetLimits } from "../acts";
import type { OperatorAccount } from "../answers";
import { Dialog } from "../../ui/dialog/dialog";
import classes from "./operators.module.css";

/** Source: packages/core/src/reputation/tier.ts. */
const GUIDELINES = { new: 500, trusted: 5_000 } as const;
const LARGEST = 100_000_000;
const TIERS = ["new", "trusted"] as const;

interface Props {
  account: OperatorAccount;
  opened: boolean;
  close: () => void;
}

/** Tier, and a daily guideline of the account's own where the tier's does not fit. */
export function LimitsForm({ account, opened, close }: Props) {
  const { t } = useTranslation("operators");
  return (
    <Dialog opened={opened} onClose={close} title={t("limits.title")}>
      <Form account={account} close={close} />
    </Dialog>
  );
}

function Form({ account, close }: Omit<Props, "opened">) {
  const { t } = useTranslation("operators");
  const [limits, setLimits] = useState(() => limitsOf(account));
  const set = useSetLimits(account.id, close);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(limits);
      }}
    >
      <SegmentedControl
        aria-label={t("column.tier")}
        value={limits.tier}
        onChange={(tier) => setLimits({ ...limits, tier })}
        data={TIERS.map((value) => ({ value, label: t(`tier.${value}`) }))}
      />
      <NumberInput
        label={t("limits.guideline")}
        description={t("limits.hint")}
        placeholder={String(GUIDELINES[limits.tier])}
        min={1}
        max={LARGEST}
        allowDecimal={false}
        thousandSeparator=" "
        value={limits.guideline ?? ""}
        onChange={(value) => setLimits({ ...limits, guideline: typeof value === "number" ? value : null })}
        error={set.error ? asProblem(set.error).message : undefined}
      />
      <div className={classes.foot}>
        <Button type="submit" loading={set.isPending}>
          {t("limits.save")}
        </Button>
      </div>
    </form>
  );
}

/** The guideline is the account's own where it is not its tier's. */
function limitsOf({ tier, daily_guideline }: OperatorAccount): Limits {
  const known = TIERS.find((word) => word === tier) ?? "new";
  return { tier: known, guideline: daily_guideline === GUIDELINES[known] ? null : daily_guideline };
}
