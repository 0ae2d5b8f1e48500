import { serveParent } from "../rig/serve-parent";
import { generateLoad } from "./generate";
import type { LoadPlan, SteadyPlan } from "./plan";
import { generateSteady } from "./steady";

/** The load generator, in a process of its own so that nothing else runs on its event loop. */
serveParent({
  load: (plan) => generateLoad(plan as LoadPlan),
  steady: (plan) => generateSteady(plan as SteadyPlan),
});
