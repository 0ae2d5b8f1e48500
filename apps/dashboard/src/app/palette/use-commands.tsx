import { useMantineColorScheme } from "@mantine/core";
import type { SpotlightActionGroupData } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { ArrowLeftRight, Building2, Languages, type LucideIcon, MailSearch, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, shownLanguage } from "../../i18n/i18n";
import { useCurrent } from "../../session/current";
import { placesOf } from "../navigation";
import { destinationOf } from "./destination";

interface Command {
  id: string;
  label: string;
  icon: LucideIcon;
  run(): void;
}

/** What fits the words, in groups: where they lead, pages, acts. */
export function useCommands(query: string): SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const groups: [string, Command[]][] = [
    [t("palette.find"), useFinds(query)],
    [t("palette.pages"), matching(usePages(), query)],
    [t("palette.acts"), matching(useActs(), query)],
  ];
  return groups
    .filter(([, commands]) => commands.length > 0)
    .map(([group, commands]) => ({
      group,
      actions: commands.map(({ id, label, icon: Icon, run }) => ({
        ...{ id, label, onClick: run },
        leftSection: <Icon size={16} strokeWidth={1.8} />,
      })),
    }));
}

/** An id leads to what it names; an address to its mail; any other words to a search. */
function useFinds(query: string): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { accounts } = useCurrent();
  const words = query.trim();
  if (words === "" || accounts.length === 0) return [];
  const { label, to } = destinationOf(words);
  return [{ id: "find", label: t(label, { words }), icon: MailSearch, run: () => void navigate(to) }];
}

function usePages(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return placesOf(useCurrent()).map(({ to, text, icon }) => ({
    id: to,
    label: t(text),
    icon,
    run: () => void navigate({ to }),
  }));
}

function useActs(): Command[] {
  const { t } = useTranslation();
  const { mode, choose, account, accounts } = useCurrent();
  const { setColorScheme } = useMantineColorScheme();
  const other = mode === "live" ? "test" : "live";
  const tongue = shownLanguage() === "en" ? "ja" : "en";
  return [
    { id: "mode", label: t(`palette.to.${other}`), icon: ArrowLeftRight, run: () => choose({ mode: other }) },
    ...accounts
      .filter(({ id }) => id !== account.id)
      .map(({ id, name }) => ({
        ...{ id, label: t("palette.account", { name }), icon: Building2 },
        run: () => choose({ account: id }),
      })),
    { id: "light", label: t("theme.light"), icon: Sun, run: () => setColorScheme("light") },
    { id: "dark", label: t("theme.dark"), icon: Moon, run: () => setColorScheme("dark") },
    {
      id: "language",
      label: t(`language.${tongue}`),
      icon: Languages,
      run: () => void chooseLanguage(tongue),
    },
  ];
}

function matching(commands: Command[], query: string): Command[] {
  const words = query.trim().toLowerCase();
  return commands.filter(({ label }) => label.toLowerCase().includes(words));
}
