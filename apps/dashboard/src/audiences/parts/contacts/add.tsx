import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { Dialog } from "../../../ui/dialog/dialog";
import { Shown } from "../../../ui/feedback/shown";
import { propertiesQuery, topicsQuery } from "../../queries";
import { AddForm } from "./add-form";

interface Props {
  opened: boolean;
  close: () => void;
}

/** The form begins with the properties and topics that there are. */
export function AddContact({ opened, close }: Props) {
  const { t } = useTranslation("audiences");
  const api = useApi();
  const properties = useQuery(propertiesQuery(api));
  const topics = useQuery(topicsQuery(api));
  return (
    <Dialog opened={opened} onClose={close} title={t("add.title")} size="lg">
      <Shown of={properties}>
        {(known) => (
          <Shown of={topics}>{(all) => <AddForm properties={known} topics={all} close={close} />}</Shown>
        )}
      </Shown>
    </Dialog>
  );
}
