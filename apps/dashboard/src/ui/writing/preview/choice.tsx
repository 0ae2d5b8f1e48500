import { SegmentedControl, Tooltip } from "@mantine/core";
import { type LucideIcon, Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./preview.module.css";

type Word = "desktop" | "phone" | "light" | "dark";

const ICONS: Record<Word, LucideIcon> = { desktop: Monitor, phone: Smartphone, light: Sun, dark: Moon };

interface Props<Value extends Word> {
  names: "device" | "paper";
  choices: readonly Value[];
  value: Value;
  change(value: Value): void;
}

/** One of two ways to look, each a sign with a name. */
export function Choice<Value extends Word>({ names, choices, value, change }: Props<Value>) {
  const { t } = useTranslation("writing");
  return (
    <SegmentedControl
      size="xs"
      aria-label={t(names)}
      value={value}
      onChange={change}
      data={choices.map((one) => {
        const Icon: LucideIcon = ICONS[one];
        return {
          value: one,
          label: (
            <Tooltip label={t(`look.${one}`)}>
              <span className={classes.sign}>
                <Icon size={14} aria-hidden />
                <span className="only-read-aloud">{t(`look.${one}`)}</span>
              </span>
            </Tooltip>
          ),
        };
      })}
    />
  );
}
