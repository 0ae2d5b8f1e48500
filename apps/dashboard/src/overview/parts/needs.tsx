import type { Attention } from "@sendex/sdk/generated/api";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page/section";
import { isEmpty, needsOf } from "../attention";
import { NeedItem } from "./need";
import classes from "./needs.module.css";

/** What needs somebody, the gravest first. */
export function Needs({ items }: { items: Attention[] }) {
  const { t } = useTranslation("overview");
  const needs = needsOf(items);
  if (needs.length === 0)
    return (
      <p className={classes.calm}>
        <CircleCheck size={15} aria-hidden /> {t(isEmpty(items) ? "calm.empty" : "calm")}
      </p>
    );
  return (
    <Section title={t("needs")} plain>
      <ul className={classes.needs}>
        {needs.map((need) => (
          <NeedItem key={`${need.kind} ${"id" in need ? need.id : ""}`} need={need} />
        ))}
      </ul>
    </Section>
  );
}
