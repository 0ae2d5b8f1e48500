import type { Rig } from "../rig/rig";
import type { Target } from "./targets";

/** What one run measured, by the figure's name. What no figure is named after is kept in the JSON alone. */
export type Sample = Record<string, number>;

/** A column of the table. */
export interface Figure {
  name: string;
  title: string;
  /** After the decimal point. */
  digits: number;
}

/**
 * One way of doing the work. `ours` is the product, a `floor` the least that any program of this kind must do, or
 * the product under lighter conditions, a `ceiling` what the machine and the load generator allow.
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
  targets: readonly Target[];
  /** Takes many minutes: runs only when it is asked for. */
  long?: true;
  /** Starts what lives on from run to run, and warms it up: code that V8 has not compiled yet costs twice as much. */
  open(rig: Rig, extent: Extent): Promise<OpenComparison>;
}

export interface OpenComparison {
  sides: Side[];
  /** What a reader must know to understand the figures; read after the last run, so runs may add to them. */
  notes: string[];
  close(): Promise<void>;
}

/** How long runs are, and how much lies in the database. */
export interface Extent {
  /** Seconds that requests are made for and counted. */
  seconds: number;
  /** Mails that are sent and counted. */
  sends: number;
  /** Seconds of each fixed rate. */
  steady: number;
  /** Messages that the big database holds. */
  stored: number;
  /** Messages that wait where a long queue is compared with a short one. */
  waiting: number;
  /** Bulk mails of the account that queues too much. */
  backlog: number;
  /** Of a file of contacts. */
  rows: number;
}
