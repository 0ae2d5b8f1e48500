import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { Dialog } from "../../../ui/dialog/dialog";
import { Shown } from "../../../ui/feedback/shown";
import { propertiesQuery } from "../../queries";
import { useRefresh } from "../../use-refresh";
import { ImportForm } from "./form";
import { Imports } from "./imports";

interface Props {
  opened: boolean;
  close: () => void;
}

/** A file of contacts, and how far the last ones are. */
export function ImportContacts({ opened, close }: Props) {
  const { t } = useTranslation("audiences");
  const properties = useQuery(propertiesQuery(useApi()));
  const refresh = useRefresh();
  const leave = () => {
    close();
    void refresh();
  };
  return (
    <Dialog opened={opened} onClose={leave} title={t("import.title")} size="lg">
      <Stack gap="xl">
        <Shown of={properties}>{(known) => <ImportForm properties={known} />}</Shown>
        <Imports />
      </Stack>
    </Dialog>
  );
}
