import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { say } from "../../ui/feedback/toast";
import { useImport } from "../acts";
import { readAddresses } from "../addresses";
import { AddFields, type AddValues, NOTHING } from "./add-fields";
import { ImportReport } from "./import-report";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  opened: boolean;
  close: () => void;
}

/** One address or several; those that are none are named, and the others are added. */
export function AddSuppressions({ opened, close }: Props) {
  const { t } = useTranslation("suppressions");
  return (
    <Dialog opened={opened} onClose={close} title={t("add.title")} size="lg">
      <AddForm close={close} />
    </Dialog>
  );
}

function AddForm({ close }: { close: () => void }) {
  const { t } = useTranslation("suppressions");
  const [values, setValues] = useState<AddValues>(NOTHING);
  const adding = useImport();
  const addresses = readAddresses(values.text);
  const add = () =>
    adding.mutate(bodyOf(addresses, values), {
      onSuccess({ rejected, added, known }) {
        if (rejected > 0) return;
        say(t("add.done", { count: added, known }));
        close();
      },
    });
  if (adding.data) return <ImportReport report={adding.data} done={close} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Stack gap="md">
        <AddFields
          values={values}
          change={setValues}
          error={adding.error && asProblem(adding.error).message}
        />
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

/** A complaint has no end. */
function bodyOf(addresses: string[], { reason, until }: AddValues) {
  const end = until === "" || reason === "complaint" ? {} : { expires_at: new Date(until).toISOString() };
  return { suppressions: addresses.map((email) => ({ email, ...end })), reason };
}
