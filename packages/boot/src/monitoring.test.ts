import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { isObject, record, text } from "@sendex/kit/loose";
import { promqlProblems, resultLabels, type Series } from "@sendex/testing/promql";
import { Registry } from "prom-client";
import { parse } from "yaml";
import { watchContext } from "./gauges";
import { openMeters } from "./meters";

const ROOT = path.resolve(__dirname, "../../..");
const OPERATIONS = readFile("docs/operations.md");
const DASHBOARD = "docs/monitoring/grafana-dashboard.json";
const RULES = "docs/monitoring/prometheus-rules.yml";

/** Made by Prometheus for each target. */
const OF_PROMETHEUS: [string, string[]][] = [["up", []]];

const series = seriesOf(declaredMetrics());
const panels = readPanels();
const rules = readRules();

describe.each([
  ["the dashboard", panels.flatMap(({ queries }) => queries)],
  ["the alert rules", rules.map(({ expr }) => expr)],
])("%s", (_, expressions) => {
  it("has queries, each of them PromQL over metrics and labels that we have", () => {
    expect(expressions.length).toBeGreaterThan(30);
    expect(problemsOf(expressions)).toEqual([]);
  });
});

describe("the dashboard", () => {
  it("shows every metric of ours", () => {
    const shown = panels.flatMap(({ queries }) => queries).join("\n");
    const ours = declaredMetrics().filter(({ name }) => name.startsWith("sendex_"));
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter(({ name }) => !new RegExp(`\\b${name}(_bucket)?\\b`).test(shown))).toEqual([]);
  });

  it("names series by labels that they have", () => {
    const unknown = panels.flatMap(({ title, queries, legends }) =>
      legends.flatMap((legend, i) =>
        labelsIn(legend)
          .filter((label) => !resultLabels(plainPromql(queries[i] ?? ""), series).includes(label))
          .map((label) => `${title}: ${label}`),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it("speaks of alerts that there are", () => {
    const spoken = panels.flatMap(({ description }) => description.match(/\bSendex[A-Z]\w+/g) ?? []);
    expect(
      spoken.filter((name) => name !== "SendexNo" && !rules.some(({ alert }) => alert === name)),
    ).toEqual([]);
  });
});

describe("an alert rule", () => {
  it.each(rules)("$alert says what it is, what to do, and where to read on", (rule) => {
    expect(rule.severity).toMatch(/^(page|ticket)$/);
    expect(rule.summary.length).toBeGreaterThan(15);
    expect(rule.description.length).toBeGreaterThan(60);
    const [file, anchor] = rule.runbook.split("#");
    expect(file).toBe("docs/operations.md");
    expect(headings()).toContain(anchor);
    const known = resultLabels(rule.expr, series);
    for (const [, label] of rule.summary.matchAll(/\$labels\.(\w+)/g)) expect(known).toContain(label);
  });

  it("has a row in the documentation, which names no other", () => {
    const rows = [...OPERATIONS.matchAll(/^\| `(Sendex\w+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });
});

describe("the check itself", () => {
  it.each([
    ["sum(rate(sendex_acepted_total[5m]))", "there is no metric sendex_acepted_total"],
    ["sendex_accept_seconds", "there is no metric sendex_accept_seconds"],
    ["sendex_accepted", "there is no metric sendex_accepted"],
    ['sendex_sent_total{kind="x"}', "sendex_sent_total has no label kind"],
    ["sum by (reason) (sendex_sent_total)", "sendex_sent_total has no label reason to group by"],
    ["up unless on (queue) sendex_queue_waiting", "up has no label queue to group by"],
    ['{job="sendex-api"}', "a selector names no metric"],
  ])("reports %s", (expression, problem) => {
    expect(promqlProblems(expression, series)).toEqual([problem]);
  });

  it("reports what is no PromQL", () => {
    for (const broken of ["sum(rate(up[5m])", "sum(up))", "up >", "nothing_like_it(up)", "up{job=sendex}"])
      expect([broken, promqlProblems(broken, series).join()]).toEqual([
        broken,
        expect.stringContaining("no PromQL"),
      ]);
  });

  it("knows which labels are left", () => {
    expect(resultLabels("sum by (queue) (sendex_queue_waiting)", series)).toEqual(["queue"]);
    expect(resultLabels("max(sendex_queue_waiting)", series)).toEqual([]);
    expect(resultLabels("absent(sendex_queue_waiting)", series)).toEqual([]);
    expect(resultLabels("sendex_queue_waiting > 1", series)).toEqual(["queue", "job", "instance"]);
  });
});

interface Metric {
  name: string;
  type: unknown;
  labels: string[];
}

/** All that a process of ours shows, as prom-client was told of it. */
function declaredMetrics(): Metric[] {
  const registry = new Registry();
  // Gauges read what they show when they are asked, and here none is.
  watchContext(openMeters(registry), {} as Parameters<typeof watchContext>[1]);
  return registry.getMetricsAsArray().map((metric) => {
    const labels: unknown = Reflect.get(metric, "labelNames");
    return { name: metric.name, type: metric.type, labels: Array.isArray(labels) ? labels.map(String) : [] };
  });
}

/** A histogram has no series of its own name. */
function seriesOf(metrics: Metric[]): Series {
  return new Map([
    ...OF_PROMETHEUS,
    ...metrics.flatMap(({ name, type, labels }): [string, string[]][] =>
      String(type) === "histogram"
        ? [
            [`${name}_bucket`, [...labels, "le"]],
            [`${name}_sum`, labels],
            [`${name}_count`, labels],
          ]
        : [[name, labels]],
    ),
  ]);
}

function problemsOf(expressions: string[]): string[] {
  return expressions.flatMap((expression) =>
    promqlProblems(plainPromql(expression), series).map((problem) => `${problem} (${expression})`),
  );
}

/** As Grafana sends it. */
function plainPromql(expression: string): string {
  return expression.replaceAll("$__rate_interval", "5m");
}

/** Of panels, and of the variables that are filled by queries. */
function readPanels(): { title: string; description: string; queries: string[]; legends: string[] }[] {
  const { panels: all, templating } = record(JSON.parse(readFile(DASHBOARD)));
  const ofPanels = listOf(all).map((panel) => {
    const targets = listOf(panel["targets"]);
    return {
      title: String(panel["title"]),
      description: text(panel["description"], 500) ?? "",
      queries: targets.map(({ expr }) => String(expr)),
      legends: targets.map(({ legendFormat }) => String(legendFormat)),
    };
  });
  const variables = listOf(record(templating)["list"]).flatMap(({ query }) => {
    const [, metric, label] = /^label_values\((\w+), (\w+)\)$/.exec(String(query)) ?? [];
    return metric === undefined ? [] : [`sum by (${label}) (${metric})`];
  });
  return [...ofPanels, { title: "variables", description: "", queries: variables, legends: [] }];
}

function readRules() {
  return listOf(record(parse(readFile(RULES)))["groups"])
    .flatMap(({ rules: all }) => listOf(all))
    .map(({ alert, expr, labels, annotations }) => {
      const { summary, description, runbook } = record(annotations);
      return {
        ...{ alert: String(alert), expr: String(expr), severity: String(record(labels)["severity"]) },
        ...{ summary: String(summary), description: String(description), runbook: String(runbook) },
      };
    });
}

function labelsIn(legend: string): string[] {
  return [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label ?? "");
}

/** As anchors. */
function headings(): string[] {
  return [...OPERATIONS.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function readFile(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}
