import type { Email } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { explanationQuery } from "../queries";
import { Step } from "./step";
import classes from "./story.module.css";

/** Nothing follows for a recipient. */
const DONE = "done";

/** Every decision on the message in sentences, oldest first, and what comes next. */
export function Story({ email }: { email: Email }) {
  const { t } = useTranslation("emails");
  const story = useQuery(explanationQuery(useApi(), email.id));
  const many = email.recipients.length > 1;
  return (
    <Section title={t("story.title")}>
      <Shown of={story}>
        {({ steps, next }) => (
          <ol className={classes.story}>
            {steps.map((step, index) => (
              <Step key={index} {...step} named={many} />
            ))}
            {next
              .filter(({ code }) => code !== DONE)
              .map((step, index) => (
                <Step key={`next ${index}`} {...step} named={many} ahead />
              ))}
          </ol>
        )}
      </Shown>
    </Section>
  );
}
