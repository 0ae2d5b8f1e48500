import { Button, ColorInput, TextInput } from "@mantine/core";
import type { Account } from "@sendex/sdk/generated/api";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { useMay } from "../../../session/current";
import { useChangeAccount } from "../../acts";
import { bodyOf, type BrandValues, valuesOf } from "../../brand";
import classes from "../settings.module.css";
import { LogoChoice } from "./logo-choice";

interface Props {
  account: Account;
  values: BrandValues;
  change(values: BrandValues): void;
}

export function BrandForm({ account, values, change }: Props) {
  const { t } = useTranslation("accounts");
  const may = useMay("admin");
  const save = useChangeAccount();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setErrors({});
    save.mutate(
      { brand: bodyOf(values) },
      {
        onSuccess: ({ brand }) => change(valuesOf(brand)),
        onError: (failure) => setErrors(errorsOf(failure)),
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t("brand.name")}
        description={t("brand.nameHint")}
        placeholder={account.name ?? ""}
        maxLength={100}
        disabled={!may}
        value={values.name}
        error={errors["brand.name"]}
        onChange={(event) => change({ ...values, name: event.currentTarget.value })}
      />
      <ColorInput
        label={t("brand.color")}
        description={t("brand.colorHint")}
        placeholder="#2f5bd3"
        format="hex"
        fixOnBlur={false}
        withEyeDropper={false}
        disabled={!may}
        value={values.color}
        error={errors["brand.color"]}
        onChange={(color) => change({ ...values, color })}
      />
      <LogoChoice
        saved={account.brand.logo_url}
        chosen={values.logo}
        disabled={!may}
        error={errors["brand.logo"]}
        choose={(logo) => change({ ...values, logo })}
      />
      <div className={classes.foot}>
        <span className={classes.quiet}>{!may && t("onlyAdmins")}</span>
        {may && (
          <Button type="submit" loading={save.isPending}>
            {t("save")}
          </Button>
        )}
      </div>
    </form>
  );
}

function errorsOf(failure: unknown): Record<string, string> {
  const { fields, message } = asProblem(failure);
  if (fields.length === 0) return { "brand.name": message };
  return Object.fromEntries(fields.map((field) => [field.field, field.message]));
}
