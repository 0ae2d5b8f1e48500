import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { Shown } from "../../../ui/feedback/shown";
import { TextLink } from "../../../ui/page/link-button";
import { Copyable } from "../../../ui/text/copy";
import { propertiesQuery } from "../../queries";
import classes from "./draft.module.css";
import { valuesOf } from "./reader-values";

const EXAMPLE = `{{ first_name | default: "there" }}`;

/** What the mail may say of its reader, each to copy. */
export function ValuesPart() {
  const { t } = useTranslation("broadcasts");
  const properties = useQuery(propertiesQuery(useApi()));
  return (
    <div className={classes.values}>
      <p className={classes.lead}>{t("values.lead")}</p>
      <Shown of={properties}>
        {(all) => (
          <ul className={classes.list} aria-label={t("part.values")}>
            {valuesOf(all).map(({ key, written, fallback }) => (
              <li key={key} className={classes.value}>
                <Copyable text={written} />
                <span className={classes.means}>
                  {fallback === null ? meansOf(key) : t("values.fallback", { fallback })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <p className={classes.lead}>{t("values.default")}</p>
      <Copyable text={EXAMPLE} />
      <p className={classes.lead}>
        {t("values.properties")}{" "}
        <TextLink to="/contacts" search={{ open: "properties" }}>
          {t("values.open")}
        </TextLink>
      </p>
    </div>
  );

  function meansOf(key: string): string {
    if (key === "first_name" || key === "last_name" || key === "email" || key === "unsubscribe_url")
      return t(`value.${key}`);
    return t("values.noFallback");
  }
}
