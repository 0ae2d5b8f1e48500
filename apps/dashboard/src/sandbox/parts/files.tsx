import { Paperclip } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/feedback/empty-state";
import { bytes } from "../../ui/text/bytes";
import type { MailFile } from "../mail";
import classes from "./files.module.css";

export function Files({ files }: { files: MailFile[] }) {
  const { t, i18n } = useTranslation("sandbox");
  if (files.length === 0) return <EmptyState icon={Paperclip} title={t("noFiles")} />;
  return (
    <ul className={classes.files}>
      {files.map(({ filename, content_type, size }, at) => (
        <li key={at} className={classes.file}>
          <Paperclip size={15} aria-hidden />
          <span className={classes.name}>{filename}</span>
          <span className={classes.quiet}>
            {content_type} · {bytes(size, i18n.language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
