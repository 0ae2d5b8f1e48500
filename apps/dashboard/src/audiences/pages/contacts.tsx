import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { useMay } from "../../session/current";
import { Shown } from "../../ui/feedback/shown";
import { RowSkeletons } from "../../ui/feedback/skeletons";
import { useKeys } from "../../ui/keys/use-keys";
import { laterDialog } from "../../ui/later/later-dialog";
import { Page } from "../../ui/page/page";
import type { ContactSearch } from "../filters";
import { ContactFilterBar } from "../parts/contacts/filter-bar";
import { ListActions } from "../parts/contacts/list-actions";
import { ContactTable } from "../parts/contacts/table";
import { contactsQuery } from "../queries";

const AddContact = laterDialog(() => import("../parts/contacts/add"), "AddContact");
const ImportContacts = laterDialog(() => import("../parts/imports/import"), "ImportContacts");
const Properties = laterDialog(() => import("../parts/properties/properties"), "Properties");

export function ContactsPage() {
  const { t } = useTranslation("audiences");
  const { open, ...filters } = useSearch({ from: "/shell/contacts" });
  const navigate = useNavigate({ from: "/contacts" });
  const may = useMay("developer");
  const list = useInfiniteQuery({ ...contactsQuery(useApi(), filters), placeholderData: (last) => last });
  const show = (search: ContactSearch) => void navigate({ search, replace: true });
  const openWindow = (name: "new" | "import" | "properties") => show({ ...filters, open: name });
  const close = () => show(filters);
  useKeys(may ? { n: () => openWindow("new") } : {});
  return (
    <Page
      title={t("contacts.title")}
      lead={t("contacts.lead")}
      actions={<ListActions filters={filters} may={may} open={openWindow} />}
    >
      <ContactFilterBar filters={filters} change={show} />
      <Shown of={list} skeleton={<RowSkeletons />}>
        {({ pages }) => (
          <ContactTable
            contacts={pages.flatMap(({ data }) => data)}
            filtered={Object.keys(filters).length > 0}
            stale={list.isPlaceholderData}
            more={{
              has: list.hasNextPage,
              loading: list.isFetchingNextPage,
              load: () => void list.fetchNextPage(),
            }}
          />
        )}
      </Shown>
      <AddContact opened={may && open === "new"} close={close} />
      <ImportContacts opened={may && open === "import"} close={close} />
      <Properties opened={open === "properties"} close={close} />
    </Page>
  );
}
