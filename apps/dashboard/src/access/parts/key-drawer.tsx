import { Drawer, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/current";
import type { ApiKey } from "../queries";
import { useKept } from "../use-kept";
import { ChangeKey } from "./change-key";
import { KeyFacts } from "./key-facts";
import { RevokeKey } from "./revoke-key";

interface Props {
  apiKey: ApiKey | undefined;
  close: () => void;
}

/** One key beside the list: what it is and may do, its name and rate, the way to end it. */
export function KeyDrawer({ apiKey, close }: Props) {
  const { t } = useTranslation("access");
  const may = useMay("developer");
  const shown = useKept(apiKey);
  return (
    <Drawer
      opened={apiKey !== undefined}
      onClose={close}
      position="right"
      size={440}
      padding="lg"
      title={shown?.name ?? t("key")}
    >
      {shown && (
        <Stack gap="xl">
          <KeyFacts apiKey={shown} />
          {may && <ChangeKey key={shown.id} apiKey={shown} />}
          {may && <RevokeKey apiKey={shown} done={close} />}
        </Stack>
      )}
    </Drawer>
  );
}
