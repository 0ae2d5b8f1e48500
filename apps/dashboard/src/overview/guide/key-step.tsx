import { Button } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { SecretOnce } from "../../ui/text/secret-once";
import { useMakeKey } from "./acts";
import classes from "./guide.module.css";

interface Props {
  /** It is the next thing to do. */
  next: boolean;
  token: string | undefined;
  keep(token: string): void;
}

/** Makes a key that sends and does nothing else, and shows it this once. */
export function KeyStep({ next, token, keep }: Props) {
  const { t } = useTranslation("overview");
  const { mode } = useCurrent();
  const make = useMakeKey();
  if (token !== undefined) return <SecretOnce secret={token} label={t("guide.keyMade")} />;
  return (
    <>
      <p className={classes.text}>{t(`guide.keyLead.${mode}`)}</p>
      <Button
        variant={next ? "filled" : "default"}
        leftSection={<KeyRound size={14} />}
        loading={make.isPending}
        onClick={() => make.mutate(t("guide.keyName"), { onSuccess: (made) => keep(made.token) })}
      >
        {t("guide.makeKey")}
      </Button>
    </>
  );
}
