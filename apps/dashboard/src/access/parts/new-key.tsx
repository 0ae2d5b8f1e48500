import { useTranslation } from "react-i18next";
import { useMakeKey } from "../acts";
import { KeyForm } from "./key-form";
import { MadeKey } from "./made-key";
import { Dialog } from "../../ui/dialog/dialog";

interface Props {
  opened: boolean;
  close: () => void;
}

/** The form, then the token. While that is shown, only its button closes the window: it is shown this one time. */
export function NewKey({ opened, close }: Props) {
  const { t } = useTranslation("access");
  const make = useMakeKey();
  const made = make.data;
  const leave = () => {
    close();
    make.reset();
  };
  return (
    <Dialog
      opened={opened}
      onClose={leave}
      title={t(made ? "made.title" : "new.title")}
      size="lg"
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? <MadeKey made={made} done={leave} /> : <KeyForm make={make} />}
    </Dialog>
  );
}
