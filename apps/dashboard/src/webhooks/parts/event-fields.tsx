import { Checkbox, Input } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { amountOf, choose, eventsOf, GROUPS } from "../groups";
import classes from "./event-fields.module.css";

interface Props {
  chosen: string[];
  change(chosen: string[]): void;
  error: string | undefined;
}

/** Events by what they tell of; a group's own box takes all of it. */
export function EventFields({ chosen, change, error }: Props) {
  const { t } = useTranslation("webhooks");
  return (
    <div>
      <div className={classes.groups}>
        {GROUPS.map((group) => {
          const amount = amountOf(group, chosen);
          return (
            <fieldset key={group} className={classes.group}>
              <legend className="only-read-aloud">{t(`group.${group}`)}</legend>
              <Checkbox
                size="xs"
                label={t(`group.${group}`)}
                className={classes.head}
                checked={amount === "all"}
                indeterminate={amount === "some"}
                onChange={() => change(choose(chosen, eventsOf(group), amount !== "all"))}
              />
              {eventsOf(group).map((name) => (
                <Checkbox
                  key={name}
                  size="xs"
                  label={<code className={classes.name}>{name}</code>}
                  checked={chosen.includes(name)}
                  onChange={(event) => change(choose(chosen, [name], event.currentTarget.checked))}
                />
              ))}
            </fieldset>
          );
        })}
      </div>
      {error && <Input.Error mt={8}>{error}</Input.Error>}
    </div>
  );
}
