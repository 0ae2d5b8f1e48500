import { Button, Progress } from "@mantine/core";
import type { ContactImport } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { Check, Clock, Download, LoaderCircle, type LucideIcon, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { Badge } from "../../../ui/text/badge";
import type { Meaning } from "../../../ui/text/status";
import { RelativeTime } from "../../../ui/time/relative-time";
import { useSaveBadRows } from "../../import-acts";
import { importsQuery } from "../../queries";
import classes from "./imports.module.css";

/** How far the last files are; it updates by itself while one is read in. */
export function Imports() {
  const { t } = useTranslation("audiences");
  const { data = [] } = useQuery(importsQuery(useApi()));
  if (data.length === 0) return null;
  return (
    <section aria-label={t("import.last")}>
      <h3 className={classes.heading}>{t("import.last")}</h3>
      <ul className={classes.imports}>
        {data.map((one) => (
          <Import key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
}

const SHOWN: Record<ContactImport["status"], { meaning: Meaning; icon: LucideIcon }> = {
  queued: { meaning: "idle", icon: Clock },
  in_progress: { meaning: "going", icon: LoaderCircle },
  completed: { meaning: "good", icon: Check },
  failed: { meaning: "bad", icon: X },
};
const COUNTS = ["created", "updated", "skipped", "failed"] as const;

function Import({ of: { id, status, counts, progress, created_at, error } }: { of: ContactImport }) {
  const { t, i18n } = useTranslation("audiences");
  const number = new Intl.NumberFormat(i18n.language);
  const saving = useSaveBadRows(id);
  return (
    <li className={classes.import}>
      <div className={classes.line}>
        <Badge {...SHOWN[status]}>{t(`import.status.${status}`)}</Badge>
        <RelativeTime at={created_at} />
        {counts.failed > 0 && (
          <Button
            className={classes.save}
            variant="default"
            size="compact-sm"
            leftSection={<Download size={14} />}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t("import.badRows")}
          </Button>
        )}
      </div>
      {status === "in_progress" && (
        <Progress
          value={(100 * progress.bytes_read) / Math.max(1, progress.bytes)}
          aria-label={t("import.progress")}
          size="sm"
        />
      )}
      <dl className={classes.counts}>
        {COUNTS.map((name) => (
          <div key={name} data-bad={(name === "failed" && counts.failed > 0) || undefined}>
            <dt>{t(`import.count.${name}`)}</dt>
            <dd className="tabular">{number.format(counts[name])}</dd>
          </div>
        ))}
      </dl>
      {error !== null && <p className={classes.error}>{error}</p>}
    </li>
  );
}
