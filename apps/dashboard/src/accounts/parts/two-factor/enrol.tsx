import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Enrolment, useBeginTwoFactor, useRefreshSession } from "../../security-acts";
import { AskPassword } from "./ask-password";
import { Prove } from "./prove";
import { RecoveryCodes } from "./recovery-codes";
import { Dialog } from "../../../ui/dialog/dialog";

/** Password, then the secret and a code that shows that the app has it, then the recovery codes. */
export function Enrol({ close }: { close: () => void }) {
  const { t } = useTranslation("accounts");
  const [proven, setProven] = useState(false);
  const begin = useBeginTwoFactor();
  const refresh = useRefreshSession();
  const end = () => {
    close();
    if (proven) void refresh();
  };
  return (
    <Dialog
      opened
      onClose={end}
      title={t(proven ? "codes.title" : "twoFactor.form")}
      closeOnClickOutside={!proven}
    >
      {begin.data ? (
        <Steps enrolment={begin.data} proven={proven} prove={() => setProven(true)} end={end} />
      ) : (
        <AskPassword
          lead={t("twoFactor.formLead")}
          action={t("continue")}
          pending={begin.isPending}
          error={begin.error}
          given={(password) => begin.mutate(password)}
        />
      )}
    </Dialog>
  );
}

interface StepsProps {
  enrolment: Enrolment;
  proven: boolean;
  prove: () => void;
  end: () => void;
}

function Steps({ enrolment: { totpURI, backupCodes }, proven, prove, end }: StepsProps) {
  if (proven) return <RecoveryCodes codes={backupCodes} done={end} />;
  return <Prove uri={totpURI} proven={prove} />;
}
