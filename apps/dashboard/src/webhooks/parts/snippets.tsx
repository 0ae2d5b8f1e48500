import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeBlock } from "../../ui/text/code-block";
import { SNIPPETS, TONGUES } from "../snippets";
import classes from "./snippets.module.css";

/** Code that knows our requests from others'. */
export function Snippets() {
  const { t } = useTranslation("webhooks");
  const [tongue, setTongue] = useState<(typeof TONGUES)[number]>("node");
  return (
    <div className={classes.snippets}>
      <SegmentedControl
        size="xs"
        aria-label={t("verify.language")}
        value={tongue}
        onChange={setTongue}
        data={TONGUES.map((value) => ({ value, label: t(`verify.${value}`) }))}
      />
      <CodeBlock code={SNIPPETS[tongue]} what={t("verify.copy")} />
    </div>
  );
}
