import { useQuery } from "@tanstack/react-query";
import { Download, Paperclip } from "lucide-react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/api";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Shown } from "../../ui/feedback/shown";
import { bytes } from "../../ui/text/bytes";
import { filesQuery } from "../queries";
import classes from "./files.module.css";

export function Files({ id }: { id: string }) {
  const { t, i18n } = useTranslation("emails");
  const files = useQuery(filesQuery(useApi(), id));
  return (
    <Shown of={files}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState icon={Paperclip} title={t("noFiles")} />
        ) : (
          <ul className={classes.files}>
            {data.map((file) => (
              <li key={file.id} className={classes.file}>
                <Paperclip size={16} aria-hidden />
                <span className={classes.name}>{file.filename}</span>
                <span className={classes.quiet}>
                  {file.content_type} · {bytes(file.size, i18n.language)}
                </span>
                <Button
                  component="a"
                  href={file.download_url}
                  download
                  variant="default"
                  leftSection={<Download size={14} />}
                >
                  {t("download")}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  );
}
