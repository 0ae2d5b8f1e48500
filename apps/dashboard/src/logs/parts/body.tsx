import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { CodeBlock } from "../../ui/text/code-block";
import classes from "./logs.module.css";

interface Props {
  title: string;
  lead?: string;
  /** JSON, as far as it is kept. */
  body: unknown;
}

export function Body({ title, lead, body }: Props) {
  const { t } = useTranslation("logs");
  return (
    <Section title={title} lead={lead} plain>
      {body === null ? (
        <p className={classes.quiet}>{t("noBody")}</p>
      ) : (
        <CodeBlock code={JSON.stringify(body, null, 2)} wrap />
      )}
    </Section>
  );
}
