import { Radio } from "@mantine/core";
import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import { useChoose } from "../acts";
import classes from "./settings.module.css";

const POLICIES = ["resend", "fail"] as const;

/** What becomes of mail of which nobody knows whether SES took it. */
export function UnknownPolicy({ account: { unknown_policy } }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const may = useMay("admin");
  const choose = useChoose();
  const pick = (value: string) => {
    const policy = POLICIES.find((word) => word === value);
    if (policy && policy !== unknown_policy)
      choose.mutate({ now: { unknown_policy: policy }, before: { unknown_policy } });
  };
  return (
    <Radio.Group aria-label={t("unknown.title")} value={unknown_policy} onChange={pick}>
      <div className={classes.form}>
        {POLICIES.map((policy) => (
          <Radio
            key={policy}
            value={policy}
            disabled={!may}
            label={t(`unknown.${policy}`)}
            description={t(`unknown.${policy}Lead`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
