import "@mantine/spotlight/styles.layer.css";
import { Spotlight } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "./use-commands";

interface Props {
  opened: boolean;
  close: () => void;
}

export function Commands({ opened, close }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const groups = useCommands(query);
  return (
    <Spotlight
      forceOpened={opened}
      onSpotlightClose={close}
      query={query}
      onQueryChange={setQuery}
      actions={groups}
      // A search for what was typed always fits.
      filter={(_, actions) => actions}
      shortcut={null}
      nothingFound={t("palette.nothing")}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <Search size={16} />,
        placeholder: t("palette.placeholder"),
        "aria-label": t("palette.open"),
      }}
    />
  );
}
