import { Button } from "@mantine/core";
import { FolderPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Group, MOST_CONDITIONS, MOST_GROUPS, newCondition, type RuleDraft } from "../../../rule-draft";
import { GroupFields } from "./group";
import classes from "./rule.module.css";
import { useRuleFields } from "./use-fields";

interface Props {
  rule: RuleDraft;
  change(rule: RuleDraft): void;
}

/** A rule's conditions, and groups of them that count as one each. */
export function RuleEditor({ rule, change }: Props) {
  const { t } = useTranslation("audiences");
  const known = useRuleFields();
  const { groups } = rule;
  const setGroup = (place: number, next: Group[]) =>
    change({ ...rule, groups: [...groups.slice(0, place), ...next, ...groups.slice(place + 1)] });
  const full = ({ conditions }: Group) => conditions.length >= MOST_CONDITIONS;
  const add = () => setGroup(groups.length, [{ match: "any", conditions: [newCondition("email", "text")] }]);
  return (
    <fieldset className={classes.rule}>
      <legend className={classes.legend}>{t("rule.title")}</legend>
      <GroupFields
        group={rule}
        known={known}
        full={full(rule)}
        change={(group) => change({ ...rule, ...group })}
        acts={
          <Button
            size="xs"
            variant="default"
            leftSection={<FolderPlus size={13} />}
            disabled={groups.length >= MOST_GROUPS}
            onClick={add}
          >
            {t("rule.addGroup")}
          </Button>
        }
      />
      {groups.map((group, place) => (
        <fieldset key={place} className={classes.inner}>
          <legend className={classes.legend}>{t("rule.group", { place: place + 1 })}</legend>
          <GroupFields
            group={group}
            known={known}
            full={full(group)}
            change={(next) => setGroup(place, [next])}
            acts={
              <Button size="xs" variant="subtle" onClick={() => setGroup(place, [])}>
                {t("rule.removeGroup")}
              </Button>
            }
          />
        </fieldset>
      ))}
    </fieldset>
  );
}
