import { useTranslation } from "react-i18next";
import { useEndTwoFactor } from "../../security-acts";
import { AskPassword } from "./ask-password";
import { Dialog } from "../../../ui/dialog/dialog";

/** From then on the password alone opens the door. */
export function EndTwoFactor({ close }: { close: () => void }) {
  const { t } = useTranslation("accounts");
  const end = useEndTwoFactor(close);
  return (
    <Dialog opened onClose={close} title={t("twoFactor.endTitle")}>
      <AskPassword
        lead={t("twoFactor.endLead")}
        action={t("twoFactor.end")}
        dangerous
        pending={end.isPending}
        error={end.error}
        given={(password) => end.mutate(password)}
      />
    </Dialog>
  );
}
