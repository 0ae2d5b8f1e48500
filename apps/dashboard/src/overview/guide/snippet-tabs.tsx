import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeTabs } from "../../ui/text/code-tabs";
import { keptWay, keepWay } from "./kept-way";
import { type Letter, snippetOf, type Way, WAYS } from "./snippets";

const NAMES: Record<Way, string> = {
  ...{ curl: "curl", resend: "Node · resend", sdk: "Node · Sendex" },
  ...{ python: "Python", php: "PHP", go: "Go" },
};

/** The letter in each language; the one that was looked at last comes first the next time. */
export function Snippets({ letter }: { letter: Letter }) {
  const { t } = useTranslation("overview");
  const [way, setWay] = useState(keptWay);
  const choose = (chosen: Way) => {
    keepWay(chosen);
    setWay(chosen);
  };
  return (
    <CodeTabs
      label={t("guide.languages")}
      tabs={WAYS.map((each) => ({ name: each, title: NAMES[each], code: snippetOf(each, letter) }))}
      shown={way}
      show={choose}
      what={t("guide.copySnippet")}
    />
  );
}
