import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { Section } from "../../ui/page/section";
import { DataTable } from "../../ui/table/data-table";
import { ExportRows } from "../../ui/table/export-rows";
import { useAdmin } from "../admin";
import { creditsQuery } from "../queries";
import { creditColumns } from "./columns/credit";
import { GrantForm } from "./grant-form";

/** What the account may still send, and the last hundred lines of how it came about. */
export function Credits({ id }: { id: string }) {
  const { t, i18n } = useTranslation("operators");
  const credits = useQuery(creditsQuery(useAdmin(), id));
  const [granting, { open, close }] = useDisclosure();
  const columns = useMemo(() => creditColumns(t, i18n.language), [t, i18n.language]);
  const left = credits.data?.credits;
  const said =
    left === null
      ? t("credits.unlimited")
      : left !== undefined && t("credits.left", { count: left, of: left.toLocaleString(i18n.language) });
  return (
    <Section
      title={t("credits.title")}
      lead={said}
      plain
      actions={
        <>
          <ExportRows name="credits" columns={columns} rows={credits.data?.data ?? []} />
          <Button variant="default" leftSection={<Coins size={14} />} onClick={open}>
            {t("credits.grant")}
          </Button>
        </>
      }
    >
      <Shown of={credits}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={Coins} title={t("credits.none")}>
              {t("credits.noneLead")}
            </EmptyState>
          ) : (
            <DataTable
              label={t("credits.title")}
              columns={columns}
              rows={data}
              rowId={({ id: line }) => String(line)}
            />
          )
        }
      </Shown>
      <GrantForm id={id} opened={granting} close={close} />
    </Section>
  );
}
