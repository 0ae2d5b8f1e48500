import type { Sample } from "./comparison";
import { cpuBelow } from "../measure/cpu";
import type { Rig } from "../rig/rig";

/** Processor time used so far by all that runs for the rig, but for the load generator and the SES stand-in. */
export function cpuOf({ load, ses }: Rig): number | undefined {
  return cpuBelow(process.pid, [load.pid, ses.helper.pid]);
}

/** What each of `count` things has cost since `before`, as the figure `cpu` in ms; none where it cannot be told. */
export function cpuEach(rig: Rig, before: number | undefined, count: number): Sample {
  const now = cpuOf(rig);
  return now === undefined || before === undefined ? {} : { cpu: (now - before) / count };
}
