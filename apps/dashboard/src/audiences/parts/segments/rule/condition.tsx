import { ActionIcon, Select } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import {
  type Condition,
  kindOf,
  newCondition,
  OPERATORS,
  partsOf,
  takesValue,
  TOUCHES,
  withOperator,
} from "../../../rule-draft";
import classes from "./rule.module.css";
import { type RuleFields, withField } from "./use-fields";
import { ValueField } from "./value-field";

interface Props {
  /** From 1. */
  place: number;
  condition: Condition;
  known: RuleFields;
  change(condition: Condition): void;
  remove: () => void;
}

/** One line of a rule: what it is about, how that is asked, and for what. */
export function ConditionRow({ place, condition, known, change, remove }: Props) {
  const { t } = useTranslation("audiences");
  const kind = kindOf(condition.field, known.properties);
  const { subject } = partsOf(condition.field);
  const asks = OPERATORS[kind];
  const operators = asks.map((value) => ({
    value,
    label:
      kind === "mail" && (value === "is_set" || value === "is_not_set")
        ? t(`rule.ever.${value}`)
        : t(`rule.operator.${value}`),
  }));
  return (
    <div className={classes.condition} role="group" aria-label={t("rule.condition", { place })}>
      <Select
        aria-label={t("rule.about")}
        data={withField(known, kind === "mail" ? subject : condition.field)}
        value={kind === "mail" ? subject : condition.field}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("field.nothingFits")}
        onChange={(field) => field !== null && change(newCondition(field, kindOf(field, known.properties)))}
      />
      {kind === "mail" && <BroadcastChoice condition={condition} known={known} change={change} />}
      {asks.length > 1 && (
        <Select
          aria-label={t("rule.how")}
          data={operators}
          value={condition.operator}
          allowDeselect={false}
          onChange={(chosen) => {
            const operator = asks.find((one) => one === chosen);
            if (operator) change(withOperator(condition, operator, kind));
          }}
        />
      )}
      {takesValue(condition.operator) && (
        <ValueField
          kind={kind}
          value={condition.value}
          change={(value) => change({ ...condition, ...(value === undefined ? { value: "" } : { value }) })}
        />
      )}
      <ActionIcon
        className={classes.remove}
        aria-label={t("rule.removeCondition", { place })}
        onClick={remove}
      >
        <X size={14} />
      </ActionIcon>
    </div>
  );
}

const ANY_MAIL = "any";

function BroadcastChoice({ condition, known, change }: Pick<Props, "condition" | "known" | "change">) {
  const { t } = useTranslation("audiences");
  const { subject, name } = partsOf(condition.field);
  const gone = name !== "" && !known.broadcasts.some(({ value }) => value === name);
  const touch = TOUCHES.find((one) => one === subject) ?? subject;
  return (
    <Select
      aria-label={t("rule.whichMail")}
      data={[
        { value: ANY_MAIL, label: t("rule.anyMail") },
        ...known.broadcasts,
        ...(gone ? [{ value: name, label: name }] : []),
      ]}
      value={name === "" ? ANY_MAIL : name}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("field.nothingFits")}
      onChange={(chosen) =>
        chosen !== null && change({ ...condition, field: chosen === ANY_MAIL ? touch : `${touch}.${chosen}` })
      }
    />
  );
}
