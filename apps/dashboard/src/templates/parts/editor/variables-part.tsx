import { ActionIcon, Button, Select, TextInput, Tooltip } from "@mantine/core";
import { Braces, Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { type Variable, VARIABLE_TYPES } from "../../template";
import { declare, undeclared } from "../../variables";
import type { PartProps } from "./part";
import { Fallback } from "./fallback";
import classes from "./variables-part.module.css";

/** What a mail must or may give, of which type, and what stands in where it does not. */
export function VariablesPart({ editing, readOnly }: PartProps) {
  const { t } = useTranslation("templates");
  const { draft, set, seen, refused } = editing;
  const { variables } = draft;
  const unknown = undeclared(variables, seen);
  const unused = new Set(seen.filter(({ used }) => !used).map(({ key }) => key));
  const put = (at: number, some: Partial<Variable>) =>
    set({ variables: variables.map((one, index) => (index === at ? { ...one, ...some } : one)) });
  const addNew = () => set({ variables: declare(variables, [""]) });
  return (
    <div className={classes.part}>
      {unknown.length > 0 && (
        <div className={classes.unknown}>
          <span>{t("variables.unknown", { names: unknown.join(", ") })}</span>
          {!readOnly && (
            <Button variant="default" onClick={() => set({ variables: declare(variables, unknown) })}>
              {t("variables.declare")}
            </Button>
          )}
        </div>
      )}
      {variables.length === 0 ? (
        <EmptyState icon={Braces} title={t("variables.none")}>
          {t("variables.noneLead", { example: "{{ name }}" })}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {variables.map((variable, at) => (
            <Row
              key={at}
              variable={variable}
              unused={unused.has(variable.key)}
              error={refused[`variables[${at}].key`] ?? refused[`variables[${at}].fallback_value`]}
              readOnly={readOnly}
              put={(some) => put(at, some)}
              remove={() => set({ variables: variables.filter((_, index) => index !== at) })}
            />
          ))}
        </ul>
      )}
      {!readOnly && (
        <Button className={classes.add} variant="default" leftSection={<Plus size={14} />} onClick={addNew}>
          {t("variables.add")}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  variable: Variable;
  unused: boolean;
  error: string | undefined;
  readOnly: boolean;
  put(some: Partial<Variable>): void;
  remove(): void;
}

function Row({ variable: { key, type, fallback }, unused, error, readOnly, put, remove }: RowProps) {
  const { t } = useTranslation("templates");
  return (
    <li className={classes.row}>
      <TextInput
        size="xs"
        aria-label={t("variables.key")}
        placeholder={t("variables.key")}
        classNames={{ input: classes.key }}
        value={key}
        onChange={(event) => put({ key: event.currentTarget.value.trim() })}
        error={error}
        description={unused && key !== "" ? t("variables.unused") : undefined}
        inputWrapperOrder={["input", "description", "error"]}
        readOnly={readOnly}
        autoFocus={key === ""}
      />
      <Select
        size="xs"
        aria-label={t("variables.type")}
        data={VARIABLE_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        value={type}
        onChange={(next) => put({ type: VARIABLE_TYPES.find((one) => one === next) ?? type, fallback: null })}
        allowDeselect={false}
        readOnly={readOnly}
      />
      <Fallback
        key={type}
        type={type}
        value={fallback}
        change={(next) => put({ fallback: next })}
        readOnly={readOnly}
      />
      {!readOnly && (
        <Tooltip label={t("variables.remove", { name: key })}>
          <ActionIcon aria-label={t("variables.remove", { name: key })} onClick={remove}>
            <Trash2 size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
