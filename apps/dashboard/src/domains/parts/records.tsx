import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, ClipboardList, Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { save } from "../../ui/table/export-csv";
import type { Domain } from "../queries";
import { groupsOf } from "../verdict";
import { RecordGroup } from "./record-group";

/** What to publish, by what it is for; all of it at once as a zone file. */
export function Records({ domain: { name, records, zone_file: zone } }: { domain: Domain }) {
  const { t } = useTranslation("domains");
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const actions = (
    <>
      <Button
        variant="default"
        leftSection={<Download size={14} />}
        onClick={() => save(`${name}.zone`, zone, "text/dns;charset=utf-8")}
      >
        {t("records.save")}
      </Button>
      <Button
        variant="default"
        leftSection={copied ? <Check size={14} /> : <ClipboardList size={14} />}
        onClick={() => copy(zone)}
      >
        {t(copied ? "records.copied" : "records.copyAll")}
      </Button>
    </>
  );
  return (
    <Section title={t("records.title")} lead={t("records.lead", { name })} actions={actions} plain>
      {groupsOf(records).map((group) => (
        <RecordGroup key={group.purpose} {...group} />
      ))}
    </Section>
  );
}
