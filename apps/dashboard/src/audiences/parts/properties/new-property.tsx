import { Button, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { fieldErrors } from "../../field-errors";
import { useMakeProperty } from "../../property-acts";
import { FallbackField, fallbackOf } from "./fallback-field";
import classes from "./property.module.css";

const TYPES = ["string", "number"] as const;
/** Source: packages/core/src/audiences/contact.ts; the API has the last word. */
const MOST_KEY_CHARACTERS = 50;

interface Fields {
  key: string;
  type: ContactProperty["type"];
  fallback_value: string | number;
}

export function NewProperty() {
  const { t } = useTranslation("audiences");
  const form = useForm<Fields>({ initialValues: { key: "", type: "string", fallback_value: "" } });
  const make = useMakeProperty(() => form.reset());
  const submit = form.onSubmit(({ key, type, fallback_value: value }) => {
    const fallback = fallbackOf(value);
    make.mutate(
      { key: key.trim(), type, ...(fallback !== null && { fallback_value: fallback }) },
      { onError: (failure) => form.setErrors(fieldErrors(asProblem(failure), "key")) },
    );
  });
  const error = form.errors["fallback_value"];
  return (
    <form className={classes.make} onSubmit={submit}>
      <TextInput
        label={t("property.key")}
        placeholder="plan"
        maxLength={MOST_KEY_CHARACTERS}
        autoComplete="off"
        required
        withAsterisk={false}
        {...form.getInputProps("key")}
      />
      <Select
        label={t("property.type")}
        data={TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        allowDeselect={false}
        value={form.values.type}
        onChange={(chosen) =>
          form.setValues({ type: TYPES.find((type) => type === chosen) ?? "string", fallback_value: "" })
        }
      />
      <FallbackField
        label={t("property.fallback")}
        type={form.values.type}
        value={form.values.fallback_value}
        change={(value) => form.setFieldValue("fallback_value", value)}
        error={typeof error === "string" ? error : undefined}
      />
      <div className={classes.foot}>
        <Button type="submit" variant="default" leftSection={<Plus size={14} />} loading={make.isPending}>
          {t("property.add")}
        </Button>
      </div>
    </form>
  );
}
