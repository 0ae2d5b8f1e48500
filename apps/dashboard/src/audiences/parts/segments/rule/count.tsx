import { useDebouncedValue } from "@mantine/hooks";
import type { NewSegmentRule } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../../api/api";
import { asProblem } from "../../../../api/problem";
import { reasonsOf } from "../../../field-errors";
import { ruleCountQuery } from "../../../queries";
import classes from "./rule.module.css";

const PAUSE_MS = 400;

/** How many contacts a rule holds of, a moment after it was changed last. @param rule undefined: it is not whole yet */
export function RuleCount({ rule }: { rule: NewSegmentRule | undefined }) {
  const { t, i18n } = useTranslation("audiences");
  // By its words: each render makes another object.
  const [paused] = useDebouncedValue(rule ? JSON.stringify(rule) : "", PAUSE_MS);
  const counted = useQuery(ruleCountQuery(useApi(), paused));
  const said = (): string => {
    if (!rule) return t("rule.unfinished");
    if (counted.isError) return reasonsOf(asProblem(counted.error)).join(" ");
    if (counted.data === undefined) return t("rule.counting");
    return t("rule.count", { count: counted.data, shown: counted.data.toLocaleString(i18n.language) });
  };
  return (
    <p className={classes.count} role="status" data-busy={counted.isFetching}>
      {said()}
    </p>
  );
}
