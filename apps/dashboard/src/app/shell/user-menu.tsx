import { Menu, useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { Check, Keyboard, Languages, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../i18n/i18n";
import { LANGUAGES } from "../../i18n/language";
import { useCurrent } from "../../session/current";
import { useSignOut } from "../../session/sign-out";
import { openShortcuts } from "../palette/open";
import { initialOf } from "./account-menu";
import classes from "./rail.module.css";

const SCHEMES = [
  { scheme: "light", icon: Sun },
  { scheme: "dark", icon: Moon },
  { scheme: "auto", icon: Monitor },
] as const;

/** The person: colours, language, shortcuts, the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const { user } = useCurrent();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={232}>
      <Menu.Target>
        <button type="button" className={classes.button}>
          <span className="only-read-aloud">{t("user.menu", { name: user.name || user.email })}</span>
          <span className={classes.initial} data-round aria-hidden>
            {initialOf(user.name || user.email)}
          </span>
          <span className={classes.grow} aria-hidden>
            {user.name || user.email}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{user.email}</Menu.Label>
        <Menu.Item leftSection={<UserRound size={15} />} onClick={() => void navigate({ to: "/settings" })}>
          {t("user.settings")}
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={15} />} onClick={openShortcuts} rightSection="?">
          {t("shortcuts.title")}
        </Menu.Item>
        <Menu.Divider />
        <Schemes />
        <Menu.Divider />
        <Tongues />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={15} />} onClick={() => signOut.mutate()}>
          {t("user.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Schemes() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return SCHEMES.map(({ scheme, icon: Icon }) => (
    <Menu.Item
      key={scheme}
      closeMenuOnClick={false}
      leftSection={<Icon size={15} />}
      rightSection={colorScheme === scheme && <Check size={14} />}
      onClick={() => setColorScheme(scheme)}
    >
      {t(`theme.${scheme}`)}
    </Menu.Item>
  ));
}

function Tongues() {
  const { t, i18n } = useTranslation();
  return LANGUAGES.map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      leftSection={<Languages size={15} />}
      rightSection={i18n.language === language && <Check size={14} />}
      onClick={() => void chooseLanguage(language)}
    >
      {t(`language.${language}`)}
    </Menu.Item>
  ));
}
