import { CloseButton, Kbd, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type LucideIcon, Search } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../keys/use-keys";
import classes from "./filter-bar.module.css";

interface Props {
  label: string;
  /** What is searched for now; undefined is nothing. */
  value: string | undefined;
  change(value: string | undefined): void;
  /** The key that jumps here. */
  hotkey?: "/";
  /** Whether a text can be searched for yet; any can, without it. */
  ready?(text: string): boolean;
  icon?: LucideIcon;
}

const TYPING_MS = 250;

/** A text that narrows a list down once the typing pauses. */
export function SearchField({ label, value = "", change, hotkey, ready, icon: Icon = Search }: Props) {
  const { t } = useTranslation("ui");
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  // Another filter link, or "clear", changes it from outside.
  if (last !== value) {
    setLast(value);
    setTyped(value);
  }
  const settle = useDebouncedCallback((text: string) => {
    if (text === "" || (ready?.(text) ?? true)) change(text || undefined);
  }, TYPING_MS);
  const type = (text: string) => {
    setTyped(text);
    settle(text.trim());
  };
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // Browsers empty a field of this kind at Escape.
    event.preventDefault();
    input.current?.blur();
  };
  useKeys(hotkey ? { [hotkey]: () => input.current?.focus() } : {});
  return (
    <TextInput
      ref={input}
      className={classes.search}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={leaveByEscape}
      leftSection={<Icon size={14} aria-hidden />}
      rightSection={
        typed ? (
          <CloseButton size="xs" aria-label={t("filter.clearOne")} onClick={() => type("")} />
        ) : (
          hotkey && (
            <Kbd size="xs" aria-hidden visibleFrom="sm">
              {hotkey}
            </Kbd>
          )
        )
      }
    />
  );
}
