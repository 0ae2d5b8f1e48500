import { Button, SegmentedControl } from "@mantine/core";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Group, newCondition } from "../../../rule-draft";
import { ConditionRow } from "./condition";
import classes from "./rule.module.css";
import type { RuleFields } from "./use-fields";

interface Props {
  group: Group;
  known: RuleFields;
  /** No condition more. */
  full: boolean;
  change(group: Group): void;
  /** Beside the button that adds a condition. */
  acts?: ReactNode;
}

const MATCHES = ["all", "any"] as const;

/** Conditions, all or any of which must hold. */
export function GroupFields({ group, known, full, change, acts }: Props) {
  const { t } = useTranslation("audiences");
  const { match, conditions } = group;
  const change1 = (place: number, next: Group["conditions"]) =>
    change({
      ...group,
      conditions: [...conditions.slice(0, place), ...next, ...conditions.slice(place + 1)],
    });
  return (
    <div className={classes.group}>
      <SegmentedControl
        aria-label={t("rule.match")}
        size="xs"
        value={match}
        data={MATCHES.map((value) => ({ value, label: t(`rule.match.${value}`) }))}
        onChange={(chosen) => change({ ...group, match: chosen === "any" ? "any" : "all" })}
      />
      {conditions.map((condition, place) => (
        <ConditionRow
          key={place}
          place={place + 1}
          condition={condition}
          known={known}
          change={(next) => change1(place, [next])}
          remove={() => change1(place, [])}
        />
      ))}
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={13} />}
          disabled={full}
          onClick={() => change({ ...group, conditions: [...conditions, newCondition("email", "text")] })}
        >
          {t("rule.addCondition")}
        </Button>
        {acts}
      </div>
    </div>
  );
}
