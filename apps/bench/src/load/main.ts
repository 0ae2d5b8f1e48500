import { serveParent } from "../serve-parent";
import { generateLoad } from "./generate";
import type { LoadPlan } from "./plan";

/** The load generator, in a process of its own so that its event loop is nobody else's. */
serveParent({ load: (plan) => generateLoad(plan as LoadPlan) });
