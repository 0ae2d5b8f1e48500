import { Select } from "@mantine/core";
import type { ContactProperty } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { type ColumnMeaning, type FileColumn, isProperty } from "../../import-file";
import classes from "./imports.module.css";

interface Props {
  columns: FileColumn[];
  meanings: ColumnMeaning[];
  properties: ContactProperty[];
  change(meanings: ColumnMeaning[]): void;
}

/** Each column of the file with its first rows, and what it is; no two are the same. */
export function ColumnChoices({ columns, meanings, properties, change }: Props) {
  const { t } = useTranslation("audiences");
  const options = optionsOf(properties);
  const choose = (n: number, meaning: ColumnMeaning) =>
    change(meanings.map((other, i) => (i === n ? meaning : other === meaning ? "" : other)));
  const labelOf = (value: ColumnMeaning) =>
    isProperty(value) ? value.slice("property:".length) : t(FIELDS[value]);
  const data = options.map((value) => ({ value, label: labelOf(value) }));
  return (
    <ul className={classes.columns} aria-label={t("import.columns")}>
      {columns.map(({ name, samples }, n) => (
        <li key={n} className={classes.column}>
          <div className={classes.words}>
            <span className={classes.name}>{name || t("import.noName")}</span>
            <span className={classes.samples}>{samples.filter((sample) => sample !== "").join(" · ")}</span>
          </div>
          <Select
            aria-label={t("import.meaning", { name })}
            data={data}
            value={meanings[n] ?? ""}
            onChange={(value) => choose(n, options.find((option) => option === value) ?? "")}
            allowDeselect={false}
          />
        </li>
      ))}
    </ul>
  );
}

const FIELDS = {
  "": "import.nothing",
  email: "column.email",
  first_name: "field.firstName",
  last_name: "field.lastName",
  unsubscribed: "state.unsubscribed",
} as const;

function optionsOf(properties: readonly ContactProperty[]): ColumnMeaning[] {
  const keys = properties.map(({ key }) => `property:${key}` as const);
  return ["", "email", "first_name", "last_name", "unsubscribed", ...keys];
}
