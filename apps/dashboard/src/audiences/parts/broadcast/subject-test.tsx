import { Button } from "@mantine/core";
import type { Broadcast } from "@sendex/sdk/generated/api";
import type { TFunction } from "i18next";
import { Trophy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/current";
import { number, percent, shareOf } from "../../../ui/chart/numbers";
import { Section } from "../../../ui/page/section";
import type { Column } from "../../../ui/table/column";
import { DataTable } from "../../../ui/table/data-table";
import { Badge } from "../../../ui/text/badge";
import { moment } from "../../../ui/time/format";
import { useDecideSubject } from "../../broadcast-acts";
import audiences from "../audiences.module.css";

type Test = NonNullable<Broadcast["subject_test"]>;
type Results = NonNullable<Test["results"]>;

interface Tried {
  variant: "a" | "b";
  subject: string;
  counts: Results["a"];
  won: boolean;
}

/** Two subjects side by side, and which of them the rest gets. */
export function SubjectTest({ broadcast }: { broadcast: Broadcast }) {
  const { t, i18n } = useTranslation("broadcasts");
  const may = useMay("developer");
  const decide = useDecideSubject(broadcast.id);
  const test = broadcast.subject_test;
  if (!test?.results) return null;
  const { results, winner } = test;
  const subjects = { a: broadcast.subject ?? "", b: test.subject };
  const rows = (["a", "b"] as const).map((variant): Tried => ({
    ...{ variant, subject: subjects[variant], counts: results[variant], won: winner === variant },
  }));
  const choose = (variant: "a" | "b") => decide.mutate(variant);
  const mayChoose = may && test.phase === "waiting" && test.decides_at !== null;
  return (
    <Section title={t("second.title")} plain>
      <p className={audiences.quiet}>{meaningOf(test, t, i18n.language)}</p>
      <DataTable
        label={t("second.title")}
        columns={columns(t, {
          language: i18n.language,
          ...(mayChoose && { choose }),
          busy: decide.isPending,
        })}
        rows={rows}
        rowId={({ variant }) => variant}
      />
    </Section>
  );
}

/** How far the test is, and how much its result says. */
function meaningOf({ phase, decides_at, results, by }: Test, t: TFunction<"broadcasts">, language: string) {
  const touched = results ? results.a[by] + results.b[by] : 0;
  const clear = touched > 0 && t(results?.clear ? "second.clear" : "second.unclear");
  const state =
    phase === "waiting" && decides_at !== null
      ? t("second.waiting", { time: moment(Date.parse(decides_at), language) })
      : t(phase === "decided" ? "second.decided" : phase === "waiting" ? "second.halves" : "second.testing");
  return clear ? `${state} ${clear}` : state;
}

interface Shown {
  language: string;
  /** Present where its owner may decide. */
  choose?: (variant: "a" | "b") => void;
  busy: boolean;
}

function columns(t: TFunction<"broadcasts">, { language, choose, busy }: Shown): Column<Tried>[] {
  const share = (part: number, whole: number) => percent(shareOf(part, whole) ?? 0, language);
  const figure = (id: "opened" | "clicked"): Column<Tried> => ({
    ...{ id, header: t(`outcome.${id}`), width: "130px", align: "end", phone: "end", named: true },
    cell: ({ counts }) => (
      <span className="tabular">
        {number(counts[id], language)} · {share(counts[id], counts.delivered)}
      </span>
    ),
  });
  return [
    {
      id: "subject",
      header: t("field.subject"),
      phone: "title",
      cell: ({ subject, won }) => (
        <span>
          {subject}{" "}
          {won && (
            <Badge meaning="good" icon={Trophy}>
              {t("second.won")}
            </Badge>
          )}
        </span>
      ),
    },
    {
      ...{
        id: "delivered",
        header: t("outcome.delivered"),
        width: "110px",
        align: "end",
        phone: "note",
        named: true,
      },
      cell: ({ counts }) => <span className="tabular">{number(counts.delivered, language)}</span>,
    },
    figure("opened"),
    figure("clicked"),
    ...(choose
      ? [
          {
            ...({
              id: "choose",
              header: t("column.acts"),
              width: "150px",
              align: "end",
              phone: "end",
            } as const),
            cell: ({ variant, subject }: Tried) => (
              <Button
                size="compact-sm"
                variant="default"
                disabled={busy}
                aria-label={t("second.chooseThis", { subject })}
                onClick={() => choose(variant)}
              >
                {t("second.choose")}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
