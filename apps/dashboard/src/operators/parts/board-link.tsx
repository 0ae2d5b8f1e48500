import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The API's own page, and none of ours: a link that leaves. */
export function BoardLink() {
  const { t } = useTranslation("operators");
  return (
    <Button component="a" href="/admin/queues" variant="default">
      {t("queues.board")}
    </Button>
  );
}
