import { Stack, Switch } from "@mantine/core";
import type { Contact, ContactTopic } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useMay } from "../../../session/current";
import { Shown } from "../../../ui/feedback/shown";
import { Facts } from "../../../ui/page/facts";
import { TextLink } from "../../../ui/page/link-button";
import { Section } from "../../../ui/page/section";
import { useChooseTopic } from "../../contact-acts";
import { contactTopicsQuery } from "../../queries";
import classes from "../audiences.module.css";

/** Which topics' mail it gets, each with a switch; in words for those who may not choose. */
export function ContactTopics({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const may = useMay("developer");
  const topics = useQuery(contactTopicsQuery(useApi(), contact.id));
  return (
    <Section
      title={t("topics.title")}
      lead={t(contact.unsubscribed ? "topics.whileUnsubscribed" : "topics.ofContact")}
    >
      <Shown of={topics}>
        {(all) =>
          all.length === 0 ? (
            <p className={classes.quiet}>
              {t("topics.noneYet")} <TextLink to="/topics">{t("topics.title")}</TextLink>
            </p>
          ) : !may ? (
            <Facts facts={all.map(({ name, subscription }) => [name, t(`gets.${subscription}`)])} />
          ) : (
            <Stack gap="md">
              {all.map((topic) => (
                <TopicSwitch key={topic.id} contact={contact} topic={topic} />
              ))}
            </Stack>
          )
        }
      </Shown>
    </Section>
  );
}

function TopicSwitch({ contact, topic }: { contact: Contact; topic: ContactTopic }) {
  const choose = useChooseTopic(contact);
  const gets = topic.subscription === "opt_in";
  return (
    <Switch
      label={topic.name}
      description={topic.description}
      // What was chosen stands at once; what the API said comes a moment later.
      checked={choose.isPending ? choose.variables.gets : gets}
      onChange={(event) => choose.mutate({ topic, gets: event.currentTarget.checked })}
    />
  );
}
