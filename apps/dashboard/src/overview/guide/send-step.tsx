import { Button, TextInput } from "@mantine/core";
import { Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrent } from "../../session/current";
import { useSendHere } from "./acts";
import classes from "./guide.module.css";
import { Snippets } from "./snippet-tabs";

interface Props {
  domain: string | undefined;
  /** Made a moment ago; without it a word stands in its place. */
  token: string | undefined;
  /** A mail has come. */
  done: boolean;
}

/** The mail as a program sends it, to paste; or sent from here. */
export function SendStep({ domain = "example.com", token, done }: Props) {
  const { t } = useTranslation("overview");
  const { user, mode } = useCurrent();
  const send = useSendHere();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState(user.email);
  const mail = {
    from: from ?? `hello@${domain}`,
    to,
    subject: t("guide.subject"),
    text: t("guide.mailText"),
  };
  const letter = { ...mail, key: token ?? `sk_${mode}_…`, origin: location.origin };
  const ready = domain !== "example.com";
  return (
    <>
      <p className={classes.text}>{t(`guide.sendLead.${mode}`)}</p>
      <div className={classes.row}>
        <TextInput
          size="xs"
          label={t("guide.from")}
          value={mail.from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={t("guide.to")}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <div className={classes.snippets}>
        <Snippets letter={letter} />
      </div>
      {!done && (
        <div className={classes.row}>
          <span className={classes.or}>{t("guide.or")}</span>
          <Button
            variant="default"
            leftSection={<Send size={14} />}
            disabled={!ready}
            loading={send.isPending}
            onClick={() => send.mutate(mail)}
          >
            {t("guide.sendHere")}
          </Button>
        </div>
      )}
    </>
  );
}
