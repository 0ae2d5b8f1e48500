import { useTranslation } from "react-i18next";
import type { DomainRecord } from "../queries";
import { isNeeded } from "../verdict";
import classes from "./record-group.module.css";
import { RecordRow } from "./record-row";

interface Props {
  purpose: DomainRecord["record"];
  records: DomainRecord[];
}

export function RecordGroup({ purpose, records }: Props) {
  const { t } = useTranslation("domains");
  const needed = isNeeded({ record: purpose });
  return (
    <section className={classes.group}>
      <header className={classes.header}>
        <h3 className={classes.title}>{t(`purpose.${purpose}`)}</h3>
        <span className={classes.need}>{t(needed ? "needed" : "recommended")}</span>
        <p className={classes.lead}>{t(`purposeLead.${purpose}`)}</p>
      </header>
      {records.map((record) => (
        <RecordRow key={`${record.type} ${record.name}`} record={record} />
      ))}
    </section>
  );
}
