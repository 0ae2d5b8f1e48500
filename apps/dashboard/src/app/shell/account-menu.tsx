import { Menu } from "@mantine/core";
import { Check, ChevronsUpDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import classes from "./rail.module.css";

/** Which account the dashboard shows. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { account, accounts, choose } = useCurrent();
  return (
    <Menu position="bottom-start" width={248}>
      <Menu.Target>
        <button type="button" className={classes.button}>
          <span className="only-read-aloud">{t("account.switch", { name: account.name })}</span>
          <span className={classes.initial} aria-hidden>
            {initialOf(account.name)}
          </span>
          <span className={`${classes.grow} ${classes.strong}`} aria-hidden>
            {account.name}
          </span>
          <ChevronsUpDown size={14} className={classes.quiet} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("account.label")}</Menu.Label>
        {accounts.map(({ id, name, role }) => (
          <Menu.Item
            key={id}
            onClick={() => choose({ account: id })}
            leftSection={<span className={classes.initial}>{initialOf(name)}</span>}
            rightSection={id === account.id && <Check size={14} />}
          >
            {name}
            <div className={classes.quiet}>{t(`role.${role}`)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const QUESTION_MARK = 63;

export function initialOf(name: string): string {
  return String.fromCodePoint(name.trim().codePointAt(0) ?? QUESTION_MARK).toUpperCase();
}
