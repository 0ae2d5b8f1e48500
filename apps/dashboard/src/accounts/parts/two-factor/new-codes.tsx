import { useTranslation } from "react-i18next";
import { useNewCodes } from "../../security-acts";
import { AskPassword } from "./ask-password";
import { RecoveryCodes } from "./recovery-codes";
import { Dialog } from "../../../ui/dialog/dialog";

/** New recovery codes in place of the old ones. */
export function NewCodes({ close }: { close: () => void }) {
  const { t } = useTranslation("accounts");
  const make = useNewCodes();
  return (
    <Dialog opened onClose={close} title={t("codes.title")} closeOnClickOutside={!make.data}>
      {make.data ? (
        <RecoveryCodes codes={make.data.backupCodes} done={close} />
      ) : (
        <AskPassword
          lead={t("codes.newLead")}
          action={t("codes.action")}
          pending={make.isPending}
          error={make.error}
          given={(password) => make.mutate(password)}
        />
      )}
    </Dialog>
  );
}
