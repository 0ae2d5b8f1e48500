import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../ui/text/code-block";
import { keptWay, keepWay } from "./kept-way";
import classes from "./snippet-tabs.module.css";
import { type Letter, snippetOf, type Way, WAYS } from "./snippets";

const NAMES: Record<Way, string> = {
  ...{ curl: "curl", resend: "Node · resend", sdk: "Node · Sendex" },
  ...{ python: "Python", php: "PHP", go: "Go" },
};

/** The letter in each language; the one that was looked at last comes first the next time. */
export function Snippets({ letter }: { letter: Letter }) {
  const { t } = useTranslation("overview");
  const [way, setWay] = useState(keptWay);
  const choose = (value: string | null) => {
    const chosen = WAYS.find((each) => each === value) ?? way;
    keepWay(chosen);
    setWay(chosen);
  };
  return (
    <Tabs value={way} onChange={choose} className={classes.tabs} variant="none" keepMounted={false}>
      <Tabs.List aria-label={t("guide.languages")} className={classes.list}>
        {WAYS.map((each) => (
          <Tabs.Tab key={each} value={each} className={classes.tab}>
            {NAMES[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {WAYS.map((each) => (
        <Tabs.Panel key={each} value={each}>
          <CodeBlock code={snippetOf(each, letter)} what={t("guide.copySnippet")} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
