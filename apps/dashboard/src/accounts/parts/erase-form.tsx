import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/problem";
import { useEraseAccount } from "../data-acts";
import { Dialog } from "../../ui/dialog/dialog";
import classes from "./settings.module.css";

/** For good. The account's address is typed, so that nobody does it by a slip. */
export function EraseForm({ email, close }: { email: string; close: () => void }) {
  const { t } = useTranslation("accounts");
  const [typed, setTyped] = useState("");
  const erase = useEraseAccount(close);
  return (
    <Dialog opened onClose={close} title={t("erase.form")}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          erase.mutate(typed.trim());
        }}
      >
        <ul className={classes.list}>
          <li>{t("erase.keys")}</li>
          <li>{t("erase.content")}</li>
          <li>{t("erase.queued")}</li>
        </ul>
        <TextInput
          label={t("erase.confirm", { email })}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={erase.error && asProblem(erase.error).message}
        />
        <div className={classes.foot}>
          <span />
          <Button
            type="submit"
            color="red"
            loading={erase.isPending}
            disabled={typed.trim().toLowerCase() !== email.toLowerCase()}
          >
            {t("erase.action")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
