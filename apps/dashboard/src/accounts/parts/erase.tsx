import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Account } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { later } from "../../ui/later/later";
import classes from "./settings.module.css";

const EraseForm = later(() => import("./erase-form"), "EraseForm");

/** Owners alone are offered it. */
export function Erase({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const [opened, { open, close }] = useDisclosure();
  return (
    <div className={classes.row}>
      <p className={classes.quiet}>{t("erase.lead")}</p>
      <div className={classes.act}>
        <Button variant="default" c="var(--bad)" onClick={open}>
          {t("erase.action")}
        </Button>
      </div>
      {opened && <EraseForm email={account.email} close={close} />}
    </div>
  );
}
