import { NumberInput, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import classes from "./audiences.module.css";

/** Source: apps/api/src/audiences/schemas.ts; the API has the last word. */
const MOST_NAME_CHARACTERS = 256;

interface Props {
  properties: readonly ContactProperty[];
  /** Of a form that is controlled: what its field of this name takes. */
  field(path: string): GetInputPropsReturnType;
}

/** The names of a contact, and a field for each property that the account has. */
export function KnownFields({ properties, field }: Props) {
  const { t } = useTranslation("audiences");
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={t("field.firstName")}
          maxLength={MOST_NAME_CHARACTERS}
          autoComplete="off"
          {...field("first_name")}
        />
        <TextInput
          label={t("field.lastName")}
          maxLength={MOST_NAME_CHARACTERS}
          autoComplete="off"
          {...field("last_name")}
        />
      </div>
      {properties.length > 0 && (
        <div className={classes.pair}>
          {properties.map((property) => (
            <PropertyField
              key={property.key}
              property={property}
              input={field(`properties.${property.key}`)}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** Shows what stands in while it has no value of its own. */
function PropertyField({ property, input }: { property: ContactProperty; input: GetInputPropsReturnType }) {
  const { t } = useTranslation("audiences");
  const { key, type, fallback_value: fallback } = property;
  const shared = { label: key, ...(fallback !== null && { placeholder: t("field.fallback", { fallback }) }) };
  return type === "number" ? (
    <NumberInput {...shared} hideControls {...input} />
  ) : (
    <TextInput {...shared} autoComplete="off" {...input} />
  );
}
