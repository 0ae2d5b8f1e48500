import { type Figures, figuresOf } from "./metrics";
import type { Dimension } from "./view";

/** What became of the mail of one value. */
export interface Part {
  /** As the filter takes it; null: mail that has none, which cannot be asked for. */
  value: string | null;
  /** Where the API names it: of domains. */
  name?: string;
  figures: Figures;
}

/** A row of the API's, told apart by one dimension. */
export type Row = Partial<Figures> & {
  domain_id?: string | null;
  domain_name?: string;
  tag?: string;
  template_id?: string | null;
  api_key_id?: string | null;
  priority?: string;
  provider?: string;
};

/** The values in the API's order, those with the most mail first. */
export function partsOf(dimension: Dimension, rows: readonly Row[]): Part[] {
  return rows.map((row) => {
    const { domain_name: name } = row;
    return {
      value: VALUES[dimension](row) ?? null,
      ...(name !== undefined && { name }),
      figures: figuresOf(row),
    };
  });
}

const VALUES: Record<Dimension, (row: Row) => string | null | undefined> = {
  domain: ({ domain_id }) => domain_id,
  tag: ({ tag }) => tag,
  template: ({ template_id }) => template_id,
  key: ({ api_key_id }) => api_key_id,
  priority: ({ priority }) => priority,
  provider: ({ provider }) => provider,
};
