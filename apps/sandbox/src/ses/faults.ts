/** A fault to inject, as docs/sandbox.md describes it. */
export interface FaultSpec {
  /** The SES or SNS operation, or "*" for any. */
  operation: string;
  /** A SES error name, or EmptyId, timeout, reset, garbage; absent: only the latency. */
  error?: string;
  when: "before" | "after";
  /** 0..1: the share of calls that it hits. */
  rate: number;
  /** How many calls it hits; null: no limit. */
  count: number | null;
  latencyMs: number;
}

export interface Fault extends FaultSpec {
  id: number;
  hits: number;
}

export interface DrawnFault {
  error: string | undefined;
  when: "before" | "after";
  latencyMs: number;
  /** Undoes the count: the call was refused for its own reasons before the fault could act. */
  giveBack(): void;
}

export interface Faults {
  add(spec: FaultSpec): Fault;
  list(): Fault[];
  clear(): void;
  /** The first fault that fits the operation and whose rate hits; it counts as used. */
  draw(operation: string): DrawnFault | null;
}

export function createFaults(random: () => number = Math.random): Faults {
  let faults: Fault[] = [];
  let lastId = 0;
  return {
    add(spec) {
      lastId += 1;
      const fault = { ...spec, id: lastId, hits: 0 };
      faults.push(fault);
      return fault;
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear: () => void (faults = []),
    draw(operation) {
      const fault = faults.find((candidate) => fits(candidate, operation) && random() < candidate.rate);
      if (fault === undefined) return null;
      fault.hits += 1;
      const { error, when, latencyMs } = fault;
      return { error, when, latencyMs, giveBack: () => void (fault.hits -= 1) };
    },
  };
}

function fits(fault: Fault, operation: string): boolean {
  const left = fault.count === null || fault.hits < fault.count;
  return left && (fault.operation === "*" || fault.operation === operation);
}

/** Reads the JSON of `POST /_sandbox/faults`. Throws TypeError saying what is wrong. */
export function readFaultSpec(body: Record<string, unknown>): FaultSpec {
  const { operation = "*", error, when = "before", rate = 1, count = null, latency_ms = 0 } = body;
  if (typeof operation !== "string") throw new TypeError("operation must be a string");
  if (error !== undefined && typeof error !== "string") throw new TypeError("error must be a string");
  if (when !== "before" && when !== "after") throw new TypeError("when must be before or after");
  if (typeof rate !== "number" || rate < 0 || rate > 1) throw new TypeError("rate must be from 0 to 1");
  if (count !== null && !isCount(count)) throw new TypeError("count must be a whole number from 0 up");
  if (!isCount(latency_ms)) throw new TypeError("latency_ms must be a whole number from 0 up");
  return { operation, when, rate, count, latencyMs: latency_ms, ...(error === undefined ? {} : { error }) };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
