import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Contact, ContactProperty } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { asProblem } from "../../../api/problem";
import { useMay } from "../../../session/current";
import { Shown } from "../../../ui/feedback/shown";
import { Facts } from "../../../ui/page/facts";
import { Section } from "../../../ui/page/section";
import { changeOf, type KnownForm, knownOf } from "../../contact";
import { useChangeContact } from "../../contact-acts";
import { fieldErrors } from "../../field-errors";
import { propertiesQuery } from "../../queries";
import classes from "../audiences.module.css";
import { KnownFields } from "../known-fields";

/** Names and properties: a form for those who may change them. */
export function Known({ contact }: { contact: Contact }) {
  const { t } = useTranslation("audiences");
  const may = useMay("developer");
  const properties = useQuery(propertiesQuery(useApi()));
  return (
    <Section title={t("known")}>
      <Shown of={properties}>
        {(all) =>
          may ? (
            // Made anew where the properties are others.
            <Form key={all.map(({ id }) => id).join()} contact={contact} properties={all} />
          ) : (
            <Read contact={contact} properties={all} />
          )
        }
      </Shown>
    </Section>
  );
}

interface Props {
  contact: Contact;
  properties: ContactProperty[];
}

function Form({ contact, properties }: Props) {
  const { t } = useTranslation("audiences");
  const change = useChangeContact(contact);
  const form = useForm<KnownForm>({ initialValues: knownOf(contact, properties) });
  const before = knownOf(contact, properties);
  const changed = Object.keys(changeOf(before, form.values)).length > 0;
  const submit = form.onSubmit((values) =>
    change.mutate(changeOf(before, values), {
      onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), "first_name")),
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <KnownFields properties={properties} field={(path) => form.getInputProps(path)} />
        <div className={classes.foot}>
          <Button type="submit" variant="default" disabled={!changed} loading={change.isPending}>
            {t("save")}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Read({ contact, properties }: Props) {
  const { t } = useTranslation("audiences");
  const { first_name, last_name } = contact;
  return (
    <Facts
      facts={[
        [t("field.firstName"), first_name ?? t("field.nothing")],
        [t("field.lastName"), last_name ?? t("field.nothing")],
        ...properties.map(({ key }): [string, string | number] => [
          key,
          contact.properties[key]?.value ?? t("field.nothing"),
        ]),
      ]}
    />
  );
}
