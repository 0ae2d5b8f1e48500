import { Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Rail } from "./rail";

/** The navigation on a phone. */
export function PhoneRail({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={close}
      size={272}
      padding={0}
      withCloseButton={false}
      aria-label={t("nav.label")}
      styles={{ body: { height: "100%" }, content: { background: "var(--rail)" } }}
    >
      <Rail />
    </Drawer>
  );
}
