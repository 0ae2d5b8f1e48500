import { accept } from "./compare/accept";
import { analytics } from "./compare/analytics";
import { batch } from "./compare/batch";
import { broadcast } from "./compare/broadcast";
import { fairness } from "./compare/fairness";
import { growth } from "./compare/growth";
import { importing } from "./compare/import";
import { ingest } from "./compare/ingest";
import { latency } from "./compare/latency";
import { memory } from "./compare/memory";
import { send } from "./compare/send";
import type { Comparison } from "./report/comparison";

/** All that is measured, in this order. A new one is a file in compare/ and a line here. */
export const COMPARISONS: readonly Comparison[] = [
  accept,
  batch,
  send,
  ingest,
  latency,
  growth,
  analytics,
  memory,
  fairness,
  importing,
  broadcast,
];
