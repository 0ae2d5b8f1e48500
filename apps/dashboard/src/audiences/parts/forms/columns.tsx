import { Button } from "@mantine/core";
import type { Form } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { Code } from "lucide-react";
import type { Column } from "../../../ui/table/column";
import { Copyable } from "../../../ui/text/copy";
import { RelativeTime } from "../../../ui/time/relative-time";
import classes from "../audiences.module.css";
import { FormMenu } from "./menu";

interface Acts {
  showCode(id: string): void;
  /** Absent: the person may not. */
  edit?: (id: string) => void;
}

export function formColumns(t: TFunction<"audiences">, { showCode, edit }: Acts): Column<Form>[] {
  return [
    { id: "name", header: t("column.name"), phone: "title", cell: ({ name }) => name },
    {
      id: "page",
      header: t("forms.page"),
      width: "38%",
      phone: "note",
      cell: ({ page_url }) => (
        <span className={classes.quiet}>
          <Copyable text={page_url} />
        </span>
      ),
    },
    {
      id: "created_at",
      header: t("column.added"),
      width: "128px",
      align: "end",
      cell: ({ created_at }) => (
        <span className={classes.quiet}>
          <RelativeTime at={created_at} />
        </span>
      ),
    },
    {
      id: "code",
      header: "",
      label: t("forms.code"),
      width: "110px",
      align: "end",
      phone: "end",
      cell: ({ id, name }) => (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Code size={13} />}
          aria-label={t("forms.codeOf", { name })}
          onClick={() => showCode(id)}
        >
          {t("forms.code")}
        </Button>
      ),
    },
    ...(edit ? [menuColumn(t, edit)] : []),
  ];
}

function menuColumn(t: TFunction<"audiences">, edit: (id: string) => void): Column<Form> {
  return {
    id: "acts",
    header: "",
    label: t("column.acts"),
    width: "48px",
    align: "end",
    phone: "aside",
    cell: (row) => <FormMenu form={row} edit={edit} />,
  };
}
