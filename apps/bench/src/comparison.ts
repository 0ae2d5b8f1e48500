import type { Rig } from "./rig";

/** What one run measured, by the figure's name. */
export type Sample = Record<string, number>;

/** A column of the table. */
export interface Figure {
  name: string;
  title: string;
  /** After the decimal point. */
  digits: number;
}

/**
 * One way of doing the work. `ours` is the product, a `floor` the least that any program of this kind must do, a
 * `ceiling` what the machine and the load generator allow.
 */
export interface Side {
  name: string;
  title: string;
  role: "ours" | "floor" | "ceiling";
  /** One run, on a state made fresh for it. Rejects when anything went wrong, rather than measuring it. */
  run(): Promise<Sample>;
}

/** Something that is measured side by side: one file in compare/, listed in comparisons.ts. */
export interface Comparison {
  /** As it is called on the command line and in the JSON. */
  name: string;
  title: string;
  /** The first one is what ratios are made of; of it, more is better. */
  figures: readonly [Figure, ...Figure[]];
  /** Starts what lives on from run to run, and warms it up: code that V8 has not compiled yet costs twice as much. */
  open(rig: Rig, extent: Extent): Promise<OpenComparison>;
}

export interface OpenComparison {
  sides: Side[];
  /** What a reader must know to understand the figures. */
  notes: string[];
  close(): Promise<void>;
}

/** How long runs are. */
export interface Extent {
  /** Seconds that requests are made for and counted. */
  seconds: number;
  /** Mails that are sent and counted. */
  sends: number;
}
