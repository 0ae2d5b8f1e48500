import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Counter as CounterName, Meters, Timing as TimingName } from "@sendex/core/ports";

const PREFIX = "sendex_";

interface Described {
  help: string;
  labels: readonly string[];
}

const COUNTERS: Record<CounterName, Described> = {
  accepted: { help: "Messages answered 202", labels: ["priority", "dialect"] },
  sent: { help: "Recipients that SES took", labels: ["priority"] },
  failed: { help: "Recipients given up", labels: ["reason"] },
  ses_answers: { help: "SES calls by what came of them", labels: ["kind"] },
  events: { help: "SES events taken in", labels: ["type"] },
  webhook_outcomes: { help: "Webhook attempts by what came of them", labels: ["outcome"] },
  notifications: { help: "SNS notifications by what became of them", labels: ["result"] },
  reviews: { help: "Messages that the content review looked at", labels: ["action", "provider"] },
  refused: { help: "Requests refused", labels: ["slug"] },
  smtp_mails: { help: "Mails handed over by SMTP, by what came of them", labels: ["result"] },
  request_logs: { help: "Calls for the request log, by what became of them", labels: ["result"] },
};

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const CALLS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const WAITS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200];

const TIMINGS: Record<TimingName, Described & { buckets: number[] }> = {
  accept_seconds: { help: "From request to commit", labels: [], buckets: FAST },
  ses_seconds: { help: "One SES call", labels: ["kind"], buckets: CALLS },
  webhook_seconds: { help: "One webhook attempt", labels: [], buckets: CALLS },
  accept_to_ses_seconds: { help: "From accept to SES's yes", labels: ["priority"], buckets: WAITS },
};

/** One value of a gauge; `labels` as the gauge was declared. */
export interface Sample {
  value: number;
  labels?: Record<string, string>;
}

export interface OpenedMeters {
  meters: Meters;
  /** Read when asked for. While `read` rejects the gauge has no value. */
  watch(gauge: { name: string; help: string; labels?: string[]; read: () => Promise<Sample[]> }): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
  contentType: string;
}

export function openMeters(registry = new Registry()): OpenedMeters {
  collectDefaultMetrics({ register: registry });
  const counters = new Map<CounterName, Counter>();
  for (const [name, { help, labels }] of entriesOf(COUNTERS)) {
    const options = { name: `${PREFIX}${name}_total`, help, labelNames: labels, registers: [registry] };
    counters.set(name, new Counter(options));
  }
  const timings = new Map<TimingName, Histogram>();
  for (const [name, { help, labels, buckets }] of entriesOf(TIMINGS)) {
    const options = { name: `${PREFIX}${name}`, help, labelNames: labels, buckets, registers: [registry] };
    timings.set(name, new Histogram(options));
  }
  return {
    meters: {
      add: (name, labels = {}, by = 1) => counters.get(name)?.inc(known(COUNTERS[name], labels), by),
      time: (name, seconds, labels = {}) =>
        timings.get(name)?.observe(known(TIMINGS[name], labels), Math.max(0, seconds)),
    },
    watch: ({ name, help, labels = [], read }) => {
      const options = { name: `${PREFIX}${name}`, help, labelNames: labels, registers: [registry] };
      new Gauge({
        ...options,
        async collect() {
          const samples = await read().catch((): Sample[] => []);
          this.reset();
          // A gauge without labels is reset to 0, which would say that all is well.
          if (labels.length === 0) this.remove();
          for (const { value, labels: own = {} } of samples) this.set(own, value);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** prom-client throws at a label it was not told of; a figure must never break the work that it counts. */
function known({ labels: names }: Described, labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, labels[name] ?? ""]));
}

function entriesOf<K extends string, V>(table: Record<K, V>): [K, V][] {
  // A record's own keys are its K: the tables above are literals.
  return Object.entries(table) as [K, V][];
}
