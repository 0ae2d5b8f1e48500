import { ActionIcon, Button, Tooltip } from "@mantine/core";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { useRemoveProperty, useSetFallback } from "../../property-acts";
import { FallbackField, fallbackOf } from "./fallback-field";
import classes from "./property.module.css";

interface Props {
  property: ContactProperty;
  may: boolean;
}

/** Its key and type stay as they are; what stands in for a missing value can be changed. */
export function PropertyRow({ property, may }: Props) {
  const { t } = useTranslation("audiences");
  const { key, type, fallback_value: fallback } = property;
  return (
    <li className={classes.property}>
      <span>
        <code className={classes.key}>{key}</code>
        <span className={classes.type}>{t(`type.${type}`)}</span>
      </span>
      {may ? (
        <Fallback property={property} />
      ) : (
        <span className={classes.type}>{fallback !== null && t("field.fallback", { fallback })}</span>
      )}
      {may && <Remove property={property} />}
    </li>
  );
}

function Fallback({ property }: { property: ContactProperty }) {
  const { t } = useTranslation("audiences");
  const { key, type, fallback_value: before } = property;
  const [value, setValue] = useState<string | number>(before ?? "");
  const set = useSetFallback(property);
  return (
    <form
      className={classes.change}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(fallbackOf(value));
      }}
    >
      <FallbackField
        type={type}
        size="xs"
        aria-label={t("property.fallbackOf", { key })}
        placeholder={t("property.noFallback")}
        value={value}
        change={setValue}
        error={set.error ? asProblem(set.error).message : undefined}
      />
      {fallbackOf(value) !== before && (
        <Button type="submit" size="xs" loading={set.isPending}>
          {t("save")}
        </Button>
      )}
    </form>
  );
}

/** At once: a question over a dialog would be one dialog too many, and there is a way back. */
function Remove({ property }: { property: ContactProperty }) {
  const { t } = useTranslation("audiences");
  const remove = useRemoveProperty(property);
  return (
    <Tooltip label={t("property.remove")}>
      <ActionIcon
        size="sm"
        aria-label={t("property.removeOf", { key: property.key })}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
