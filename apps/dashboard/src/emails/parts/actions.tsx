import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Email } from "@sendex/sdk/generated/api";
import { CalendarClock, Link2, RotateCw, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent, useMay } from "../../session/current";
import { confirm } from "../../ui/feedback/confirm";
import { later } from "../../ui/later/later";
import { say } from "../../ui/feedback/toast";
import { useCancel, useSendAgain } from "../acts";
import { canCancel, canMove, canSendAgain } from "../may";
import { shareLink } from "./share";

const Reschedule = later(() => import("./reschedule"), "Reschedule");

/** What can be done with the message as it stands. */
export function EmailActions({ email }: { email: Email }) {
  const { t } = useTranslation("emails");
  const { account } = useCurrent();
  const may = useMay("developer");
  const cancel = useCancel(email.id);
  const again = useSendAgain(email);
  const [moving, { open, close }] = useDisclosure();
  const share = async () => {
    await navigator.clipboard.writeText(shareLink(location.href, account.id, email.mode));
    say(t("share.copied"));
  };
  const askToCancel = () =>
    confirm(
      { title: t("cancel.title"), children: t("cancel.lead"), confirm: t("cancel.action"), dangerous: true },
      () => cancel.mutate(),
    );
  return (
    <>
      <Button variant="default" leftSection={<Link2 size={14} />} onClick={() => void share()}>
        {t("share.action")}
      </Button>
      {may && canMove(email) && (
        <Button variant="default" leftSection={<CalendarClock size={14} />} onClick={open}>
          {t("move.action")}
        </Button>
      )}
      {may && canCancel(email) && (
        <Button
          variant="default"
          leftSection={<X size={14} />}
          loading={cancel.isPending}
          onClick={askToCancel}
        >
          {t("cancel.action")}
        </Button>
      )}
      {may && canSendAgain(email) && (
        <Button leftSection={<RotateCw size={14} />} loading={again.isPending} onClick={() => again.mutate()}>
          {t("again.action")}
        </Button>
      )}
      {moving && <Reschedule email={email} close={close} />}
    </>
  );
}
