import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BlocksPart } from "../../../ui/writing/blocks/blocks";
import { Code } from "../../../ui/writing/code/code";
import { marksOf } from "../../diagnostics";
import { toTest } from "../../variables";
import type { PartProps } from "./part";
import { useJump } from "./use-jump";

/** The HTML, or the MJML or the blocks that it is made of. */
export function ContentPart(props: PartProps) {
  const { editing, readOnly } = props;
  const { draft, seen, set } = editing;
  if (!draft.blocks) return <CodePart {...props} />;
  return (
    <BlocksPart
      value={draft.blocks}
      change={(blocks) => set({ blocks })}
      variables={toTest(draft.variables, seen).map(({ key }) => key)}
      readOnly={readOnly}
    />
  );
}

function CodePart({ editing, readOnly, asked }: PartProps) {
  const { t } = useTranslation("templates");
  const { draft, set, problems, seen, values } = editing;
  const language = draft.mjml === null ? "html" : "mjml";
  const value = draft.mjml ?? draft.html;
  const marks = useMemo(() => marksOf(problems, language, value), [problems, language, value]);
  const variables = toTest(draft.variables, seen).map(({ key }) => key);
  return (
    <Code
      key={language}
      label={t(`part.${language}`)}
      language={language}
      value={value}
      change={(text) => set(language === "html" ? { html: text } : { mjml: text })}
      words={{ variables, values }}
      marks={marks}
      jump={useJump(asked, language)}
      placeholder={t("content.hint", { example: "{{ name }}" })}
      readOnly={readOnly}
    />
  );
}
