import { Button, Group, Stack } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { save, toCsv } from "../../ui/table/export-csv";
import type { Report } from "../acts";
import classes from "./import-report.module.css";

type BadRow = Report["bad_rows"][number];

/** For whoever mends the file. */
const COLUMNS = (["line", "email", "code", "message"] as const).map((id) => ({
  id,
  header: id,
  cell: () => null,
  value: (row: BadRow) => row[id],
}));

/** What became of an import: how many rows, and which were wrong and why. */
export function ImportReport({ report, done }: { report: Report; done: () => void }) {
  const { t, i18n } = useTranslation("suppressions");
  const number = new Intl.NumberFormat(i18n.language);
  const counts = (["rows", "added", "known", "rejected"] as const).map(
    (name) => [name, report[name]] as const,
  );
  return (
    <Stack gap="md">
      <dl className={classes.counts}>
        {counts.map(([name, count]) => (
          <div key={name} data-bad={(name === "rejected" && count > 0) || undefined}>
            <dt>{t(`report.${name}`)}</dt>
            <dd className="tabular">{number.format(count)}</dd>
          </div>
        ))}
      </dl>
      {report.bad_rows.length > 0 && <BadRows rows={report.bad_rows} />}
      <Group justify="flex-end">
        {report.bad_rows.length > 0 && (
          <Button
            variant="default"
            leftSection={<Download size={14} />}
            onClick={() => save("bad-rows.csv", toCsv(COLUMNS, report.bad_rows))}
          >
            {t("report.save")}
          </Button>
        )}
        <Button onClick={done}>{t("report.done")}</Button>
      </Group>
    </Stack>
  );
}

function BadRows({ rows }: { rows: BadRow[] }) {
  const { t } = useTranslation("suppressions");
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("report.rejected")}>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{t("report.line")}</th>
            <th scope="col">{t("column.email")}</th>
            <th scope="col">{t("report.message")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, email, message }) => (
            <tr key={line}>
              <td className="tabular">{line}</td>
              <td>{email}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
