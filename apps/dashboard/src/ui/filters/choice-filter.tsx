import { Button, Menu } from "@mantine/core";
import { Check, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./filter-bar.module.css";

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: LucideIcon;
}

interface Props<Value extends string> {
  /** What is chosen; shown while nothing is. */
  label: string;
  icon?: LucideIcon;
  value: Value | undefined;
  change(value: Value | undefined): void;
  choices: readonly Choice<Value>[];
}

/** One of a few, or none. */
export function ChoiceFilter<Value extends string>(props: Props<Value>) {
  const { label, icon: Icon, value, change, choices } = props;
  const { t } = useTranslation("ui");
  const chosen = choices.find((choice) => choice.value === value);
  const Sign = chosen?.icon ?? Icon;
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button
          variant="default"
          className={classes.choice}
          data-set={chosen && true}
          aria-label={chosen ? `${label}: ${chosen.label}` : label}
          leftSection={Sign && <Sign size={14} aria-hidden />}
        >
          {chosen?.label ?? label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            leftSection={choice.icon && <choice.icon size={14} aria-hidden />}
            rightSection={choice.value === value && <Check size={14} aria-hidden />}
            onClick={() => change(choice.value === value ? undefined : choice.value)}
          >
            {choice.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => change(undefined)}>{t("filter.any")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
