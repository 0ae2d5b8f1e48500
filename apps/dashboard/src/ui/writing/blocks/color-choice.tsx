import { Button, Popover } from "@mantine/core";
import { Palette } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./blocks.module.css";
import { COLORS, type Colors, DEFAULT_COLORS } from "./model";

interface Props {
  colors: Partial<Colors>;
  change(colors: Partial<Colors>): void;
  readOnly: boolean;
}

/** The mail's colours in the light; in the dark it has its own. */
export function ColorChoice({ colors, change, readOnly }: Props) {
  const { t } = useTranslation("writing");
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<Palette size={14} aria-hidden />}>
          {t("block.colors")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.colors}>
          {COLORS.map((name) => (
            <label key={name} className={classes.color}>
              <input
                type="color"
                value={colors[name] ?? DEFAULT_COLORS[name]}
                onChange={(event) => change({ ...colors, [name]: event.currentTarget.value })}
                disabled={readOnly}
              />
              {t(`block.color.${name}`)}
            </label>
          ))}
          <p className={classes.quiet}>{t("block.colorsLead")}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
