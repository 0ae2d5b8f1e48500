import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { say } from "../../ui/feedback/toast";
import { useImport } from "../acts";
import { readAddresses } from "../addresses";
import type { REASONS } from "../filters";
import { ImportReport } from "./import-report";
import { ReasonField } from "./reason-field";

interface Props {
  opened: boolean;
  close: () => void;
}

/** One address or several; those that are none are named, and the others are added. */
export function AddSuppressions({ opened, close }: Props) {
  const { t } = useTranslation("suppressions");
  return (
    <Modal opened={opened} onClose={close} title={t("add.title")} size="lg">
      <AddForm close={close} />
    </Modal>
  );
}

function AddForm({ close }: { close: () => void }) {
  const { t } = useTranslation("suppressions");
  const [text, setText] = useState("");
  const [reason, setReason] = useState<(typeof REASONS)[number]>("manual");
  const [until, setUntil] = useState("");
  const adding = useImport();
  const addresses = readAddresses(text);
  const add = () => {
    const end = until === "" || reason === "complaint" ? {} : { expires_at: new Date(until).toISOString() };
    adding.mutate(
      { suppressions: addresses.map((email) => ({ email, ...end })), reason },
      {
        onSuccess(report) {
          if (report.rejected > 0) return;
          say(t("add.done", { count: report.added, known: report.known }));
          close();
        },
      },
    );
  };
  if (adding.data) return <ImportReport report={adding.data} done={close} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Stack gap="md">
        <Textarea
          label={t("add.addresses")}
          description={t("add.addressesHint")}
          placeholder="ada@example.com"
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={adding.error && asProblem(adding.error).message}
          data-autofocus
        />
        <ReasonField value={reason} change={setReason} />
        {reason !== "complaint" && (
          <TextInput
            type="datetime-local"
            label={t("add.until")}
            description={t("add.untilHint")}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {addresses.length > 1 && t("add.count", { count: addresses.length })}
          </Text>
          <Button type="submit" loading={adding.isPending} disabled={addresses.length === 0}>
            {t("add.action")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
