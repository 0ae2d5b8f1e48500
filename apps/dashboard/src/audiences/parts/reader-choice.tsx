import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { UserRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { contactsQuery } from "../queries";

const PAUSE_MS = 250;

interface Props {
  /** An address; undefined: a reader who is made up. */
  value: string | undefined;
  change(address: string | undefined): void;
}

/** One of the account's contacts, found by a part of its address or name. */
export function ReaderChoice({ value, change }: Props) {
  const { t } = useTranslation("broadcasts");
  const [words, setWords] = useState("");
  const [q] = useDebouncedValue(words === value ? "" : words, PAUSE_MS);
  const { data } = useInfiniteQuery({
    ...contactsQuery(useApi(), q === "" ? {} : { q }),
    placeholderData: (last) => last,
  });
  const found = data?.pages[0]?.data.map(({ email }) => email) ?? [];
  return (
    <Select
      size="xs"
      aria-label={t("reader.label")}
      placeholder={t("reader.sample")}
      leftSection={<UserRound size={14} aria-hidden />}
      nothingFoundMessage={t("reader.none")}
      data={value === undefined || found.includes(value) ? found : [value, ...found]}
      value={value ?? null}
      onChange={(address) => change(address ?? undefined)}
      searchValue={words}
      onSearchChange={setWords}
      // The API has found them, by their names as well.
      filter={({ options }) => options}
      searchable
      clearable
    />
  );
}
