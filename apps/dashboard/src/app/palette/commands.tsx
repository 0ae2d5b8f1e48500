import "@mantine/spotlight/styles.layer.css";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "./use-commands";

interface Props {
  opened: boolean;
  close: () => void;
}

const [store, spotlight] = createSpotlight();

export function Commands({ opened, close }: Props) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const groups = useCommands(query);
  // It closes by itself too, and tells of that only where it was opened by its store.
  useEffect(() => (opened ? spotlight.open() : spotlight.close()), [opened]);
  return (
    <Spotlight
      store={store}
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
