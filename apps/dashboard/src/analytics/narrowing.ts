import { type AnalyticsView, type Dimension, DIMENSIONS, type Filters } from "./view";

/** The filters that are set, in the order of the page. */
export function filtersOf(view: AnalyticsView): [Dimension, string][] {
  return DIMENSIONS.flatMap((dimension): [Dimension, string][] => {
    const value = view[dimension];
    return value === undefined ? [] : [[dimension, value]];
  });
}

/** The filter beside the domain. */
function beside(view: AnalyticsView): Dimension | undefined {
  return filtersOf(view).find(([dimension]) => dimension !== "domain")?.[0];
}

/** What the API can tell apart under these filters: beside the domain, only what is filtered by. */
export function tellable(view: AnalyticsView): readonly Dimension[] {
  const other = beside(view);
  return other ? ["domain", other] : DIMENSIONS;
}

/** What the table tells apart: what is asked for where it can be, else the domain. */
export function shownBy(view: AnalyticsView): Dimension {
  const { by = "domain" } = view;
  return tellable(view).includes(by) ? by : "domain";
}

/** The view of one value alone. The table goes on to what it can tell of it. */
export function narrowed(view: AnalyticsView, dimension: Dimension, value: string): AnalyticsView {
  if (dimension === "domain") return { ...view, domain: value, by: beside(view) ?? "provider" };
  return { ...withoutFilters(view), domain: view.domain, [dimension]: value, by: "domain" };
}

/** The view without a filter. The table goes back to what it told apart before. */
export function widened(view: AnalyticsView, dimension: Dimension): AnalyticsView {
  return { ...view, [dimension]: undefined, by: dimension };
}

export function withoutFilters(view: AnalyticsView): AnalyticsView {
  return { ...view, ...NO_FILTERS };
}

const NO_FILTERS: Filters = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, undefined]));

/** The API's name of each filter. */
const NAMES = {
  ...{ domain: "domain_id", tag: "tag", template: "template_id" },
  ...{ key: "api_key_id", priority: "priority", provider: "provider" },
} as const satisfies Record<Dimension, string>;

/** As the API takes them. */
export function filterQuery(view: AnalyticsView): Partial<Record<(typeof NAMES)[Dimension], string>> {
  return Object.fromEntries(filtersOf(view).map(([dimension, value]) => [NAMES[dimension], value]));
}
