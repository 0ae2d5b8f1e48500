import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../diagnostics";
import { undeclared } from "../../variables";
import { type EditorPart, PARTS } from "../../view";
import { ContentPart } from "./content-part";
import { DataPart } from "./data-part";
import { LanguageMenu } from "./language-menu";
import type { PartProps } from "./part";
import { Problems } from "./problems";
import { TextPart } from "./text-part";
import { VariablesPart } from "./variables-part";
import classes from "../../../ui/writing/workshop.module.css";

/** The parts of the template, one at a time, with what is wrong at the foot. */
export function Desk({ editing, readOnly }: PartProps) {
  const { t } = useTranslation(["templates", "writing"]);
  const { part = "content" } = useSearch({ from: "/shell/templates/$id" });
  const navigate = useNavigate({ from: "/templates/$id" });
  const [asked, setAsked] = useState<Problem>();
  const open = (next: EditorPart) =>
    void navigate({ search: (last) => ({ ...last, part: next }), replace: true, resetScroll: false });
  const show = (problem: Problem) => {
    open(partOf(problem));
    // Another object, so that the same place is found twice.
    setAsked({ ...problem });
  };
  const { draft, seen, problems } = editing;
  const names: Record<EditorPart, string> = {
    content: draft.blocks ? t("writing:way.blocks") : draft.mjml === null ? t("part.html") : t("part.mjml"),
    text: t("part.text"),
    variables: counted(t("part.variables"), draft.variables.length),
    data: t("part.data"),
  };
  const Part = PART[part];
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("parts")}
          value={part}
          onChange={open}
          data={PARTS.map((value) => ({ value, label: names[value] }))}
        />
        {part === "content" && !readOnly && <LanguageMenu editing={editing} />}
      </div>
      <div className={classes.body}>
        <Part editing={editing} readOnly={readOnly} asked={asked} />
      </div>
      <Problems problems={problems} undeclared={undeclared(draft.variables, seen)} show={show} />
    </>
  );
}

const PART = { content: ContentPart, text: TextPart, variables: VariablesPart, data: DataPart };

function partOf({ field }: Problem): EditorPart {
  if (field === "text") return "text";
  return field.startsWith("values.") ? "data" : "content";
}

function counted(name: string, count: number): string {
  return count > 0 ? `${name} ${count}` : name;
}
