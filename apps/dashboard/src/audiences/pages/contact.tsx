import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { Shown } from "../../ui/feedback/shown";
import { Crumb } from "../../ui/page/crumb";
import { Page } from "../../ui/page/page";
import { nameOf } from "../contact";
import classes from "../parts/audiences.module.css";
import { ContactActions } from "../parts/contact/actions";
import { Details } from "../parts/contact/details";
import { Known } from "../parts/contact/known";
import { ContactSegments } from "../parts/contact/segments";
import { Subscription } from "../parts/contact/subscription";
import { ContactTopics } from "../parts/contact/topics";
import { StateBadge } from "../parts/contacts/state-badge";
import { contactQuery } from "../queries";

/** One contact, by its id or address. */
export function ContactPage() {
  const { t } = useTranslation("audiences");
  const { id } = useParams({ from: "/shell/contacts/$id" });
  const contact = useQuery(contactQuery(useApi(), id));
  const crumbs = <Crumb to="/contacts">{t("contacts.title")}</Crumb>;
  return (
    <Shown of={contact} frame={{ title: t("contact"), crumbs }}>
      {(found) => (
        <Page
          title={found.email}
          heading={
            <span className={classes.heading}>
              {found.email} <StateBadge contact={found} />
            </span>
          }
          lead={nameOf(found)}
          crumbs={crumbs}
          narrow
          actions={<ContactActions contact={found} />}
        >
          <Subscription contact={found} />
          <ContactTopics contact={found} />
          {found.state === "confirmed" && <ContactSegments contact={found} />}
          <Known key={found.id} contact={found} />
          <Details contact={found} />
        </Page>
      )}
    </Shown>
  );
}
