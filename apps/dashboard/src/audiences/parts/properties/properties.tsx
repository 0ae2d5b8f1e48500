import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useMay } from "../../../session/current";
import { Dialog } from "../../../ui/dialog/dialog";
import { Shown } from "../../../ui/feedback/shown";
import { propertiesQuery } from "../../queries";
import classes from "../audiences.module.css";
import { NewProperty } from "./new-property";
import { PropertyRow } from "./property-row";

interface Props {
  opened: boolean;
  close: () => void;
}

/** What may be known of contacts beside their names, in both worlds. */
export function Properties({ opened, close }: Props) {
  const { t } = useTranslation("audiences");
  const may = useMay("developer");
  const properties = useQuery(propertiesQuery(useApi()));
  return (
    <Dialog opened={opened} onClose={close} title={t("properties.title")} size="lg">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("properties.lead")}
        </Text>
        <Shown of={properties}>
          {(all) =>
            all.length === 0 ? (
              <Text size="sm">{t("properties.none")}</Text>
            ) : (
              <ul className={classes.list}>
                {all.map((property) => (
                  <PropertyRow key={property.id} property={property} may={may} />
                ))}
              </ul>
            )
          }
        </Shown>
        {may && <NewProperty />}
      </Stack>
    </Dialog>
  );
}
