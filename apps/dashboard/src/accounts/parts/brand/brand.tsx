import type { Account } from "@sendex/sdk/generated/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../ui/page/section";
import { valuesOf } from "../../brand";
import classes from "./brand.module.css";
import { BrandForm } from "./brand-form";
import { BrandPreview } from "./brand-preview";

/** How the account looks on the pages that its readers see, with one of them beside. */
export function Brand({ account }: { account: Account }) {
  const { t } = useTranslation("accounts");
  const [values, setValues] = useState(() => valuesOf(account.brand));
  return (
    <Section title={t("brand.title")} lead={t("brand.lead")}>
      <div className={classes.sides}>
        <BrandForm account={account} values={values} change={setValues} />
        <BrandPreview account={account} values={values} />
      </div>
    </Section>
  );
}
