import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useImport } from "../acts";
import type { REASONS } from "../filters";
import { ImportReport } from "./import-report";
import { ReasonField } from "./reason-field";
import { Dialog } from "../../ui/dialog/dialog";
import { FileDrop } from "../../ui/file/file-drop";

interface Props {
  opened: boolean;
  close: () => void;
}

/** A CSV of another service, or of an export of ours. */
export function ImportSuppressions({ opened, close }: Props) {
  const { t } = useTranslation("suppressions");
  return (
    <Dialog opened={opened} onClose={close} title={t("import.title")} size="lg">
      <ImportForm close={close} />
    </Dialog>
  );
}

function ImportForm({ close }: { close: () => void }) {
  const { t } = useTranslation("suppressions");
  const [file, setFile] = useState<File>();
  const [reason, setReason] = useState<(typeof REASONS)[number]>("manual");
  const importing = useImport();
  const begin = async () => {
    if (file) importing.mutate({ csv: await file.text(), reason });
  };
  if (importing.data) return <ImportReport report={importing.data} done={close} />;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t("import.lead")}
      </Text>
      <FileDrop file={file} prompt={t("import.choose")} choose={setFile} />
      <ReasonField value={reason} change={setReason} description={t("import.reasonHint")} />
      {importing.error && (
        <Text size="sm" c="var(--bad)" role="alert">
          {asProblem(importing.error).message}
        </Text>
      )}
      <Group justify="flex-end">
        <Button disabled={!file} loading={importing.isPending} onClick={() => void begin()}>
          {t("import.action")}
        </Button>
      </Group>
    </Stack>
  );
}
