import { parser } from "@prometheus-io/lezer-promql";

/** For tests: checks PromQL, by Prometheus' own grammar, against the series that there are. */

/** Names of series as PromQL has them (`…_bucket` of a histogram), with the labels of each. */
export type Series = ReadonlyMap<string, readonly string[]>;

/** What Prometheus puts on every series that it reads. Source: Prometheus documentation, "Jobs and instances". */
const TARGET_LABELS = ["job", "instance"];

type Node = ReturnType<typeof parser.parse>["topNode"];

/** A line for each thing that is wrong: what is no PromQL, a metric that is not there, a label that its metric has not. */
export function promqlProblems(expression: string, series: Series): string[] {
  const check: Check = { expression, series, problems: [] };
  parser.parse(expression).iterate({
    enter: ({ node }) => {
      if (node.type.isError)
        check.problems.push(`no PromQL at ${node.from}: ${around(expression, node.from)}`);
      else if (node.name === "VectorSelector") checkSelector(check, node);
      else if (node.name === "GroupingLabels") checkGrouping(check, node);
    },
  });
  return [...new Set(check.problems)];
}

/** The labels that the expression's result may have, for texts that are filled with them. */
export function resultLabels(expression: string, series: Series): string[] {
  return [...new Set(labelsOf({ expression, series, problems: [] }, parser.parse(expression).topNode))];
}

interface Check {
  expression: string;
  series: Series;
  problems: string[];
}

function checkSelector(check: Check, node: Node): void {
  const { series, problems } = check;
  const name = metricOf(check, node);
  const own = series.get(name);
  if (own === undefined) {
    problems.push(name === "" ? "a selector names no metric" : `there is no metric ${name}`);
    return;
  }
  for (const label of namesIn(check, node, "LabelName"))
    if (!isLabel(own, label)) problems.push(`${name} has no label ${label}`);
}

/** `by`, `without`, `on`, `ignoring`: about every series that the whole expression takes. */
function checkGrouping(check: Check, node: Node): void {
  const about = node.parent?.parent;
  if (!about) return;
  for (const selector of nodesIn(about, "VectorSelector")) {
    const name = metricOf(check, selector);
    const own = check.series.get(name);
    if (own === undefined) continue;
    for (const label of namesIn(check, node, "LabelName"))
      if (!isLabel(own, label)) check.problems.push(`${name} has no label ${label} to group by`);
  }
}

function labelsOf(check: Check, node: Node): readonly string[] {
  if (node.name === "VectorSelector")
    return [...(check.series.get(metricOf(check, node)) ?? []), ...TARGET_LABELS];
  const [modifier] = node.getChildren("AggregateModifier");
  if (node.name === "AggregateExpr" && !modifier?.getChild("Without"))
    return modifier ? namesIn(check, modifier, "LabelName") : [];
  if (node.name === "FunctionCall" && textOf(check, node).startsWith("absent")) return [];
  return childrenOf(node).flatMap((child) => [...labelsOf(check, child)]);
}

function isLabel(own: readonly string[], label: string): boolean {
  return own.includes(label) || TARGET_LABELS.includes(label);
}

function metricOf(check: Check, selector: Node): string {
  const [name] = selector.getChildren("Identifier");
  return name ? textOf(check, name) : "";
}

function namesIn(check: Check, node: Node, kind: string): string[] {
  return nodesIn(node, kind).map((found) => textOf(check, found));
}

function nodesIn(node: Node, kind: string): Node[] {
  return [
    ...(node.name === kind ? [node] : []),
    ...childrenOf(node).flatMap((child) => nodesIn(child, kind)),
  ];
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

function textOf({ expression }: Check, { from, to }: Node): string {
  return expression.slice(from, to);
}

function around(expression: string, at: number): string {
  return expression.slice(Math.max(0, at - 20), at + 20);
}
