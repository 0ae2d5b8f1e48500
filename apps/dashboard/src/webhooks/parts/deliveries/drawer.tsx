import { Drawer } from "@mantine/core";
import type { Webhook } from "@sendex/sdk/generated/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { useLive } from "../../../live/live";
import { Shown } from "../../../ui/feedback/shown";
import { deliveryQuery } from "../../queries";
import { useRefreshWebhooks } from "../../use-refresh";
import { Attempts } from "./attempts";
import { DeliveryFacts } from "./facts";

interface Props {
  webhook: Webhook;
  /** The delivery's id. */
  event: string | undefined;
  close: () => void;
}

const WIDTH_PX = 640;

/** One delivery beside the list: its state, and each attempt with what was sent and answered. */
export function DeliveryDrawer({ webhook, event, close }: Props) {
  const { t } = useTranslation("webhooks");
  return (
    <Drawer
      opened={event !== undefined}
      onClose={close}
      position="right"
      size={WIDTH_PX}
      padding="lg"
      title={t("delivery")}
    >
      {event !== undefined && <Inside key={event} webhook={webhook} event={event} />}
    </Drawer>
  );
}

function Inside({ webhook, event }: { webhook: Webhook; event: string }) {
  const delivery = useQuery(deliveryQuery(useApi(), webhook.id, event));
  const refresh = useRefreshWebhooks();
  const waiting = ["pending", "attempting"].includes(delivery.data?.status ?? "");
  useLive(refresh, waiting);
  return (
    <Shown of={delivery}>
      {(found) => (
        <>
          <DeliveryFacts webhook={webhook} delivery={found} />
          <Attempts webhook={webhook.id} delivery={found} />
        </>
      )}
    </Shown>
  );
}
