/** A span as an OTLP receiver was told of it. */
export interface ToldSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  /** `service.name` of the process. */
  process: string;
  /** ms since the epoch */
  start: number;
  ms: number;
  attributes: Record<string, unknown>;
}

interface OtlpAttribute {
  key: string;
  value: Record<string, unknown>;
}

/** As much of OTLP's JSON as is read here. Source: opentelemetry-proto, trace/v1/trace.proto. */
interface OtlpTraces {
  resourceSpans: {
    resource: { attributes: OtlpAttribute[] };
    scopeSpans: {
      spans: {
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        name: string;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        attributes: OtlpAttribute[];
      }[];
    }[];
  }[];
}

/** The spans of the bodies of `POST /v1/traces`. */
export function readSpans(bodies: readonly string[]): ToldSpan[] {
  return bodies.flatMap((body) => {
    const { resourceSpans }: OtlpTraces = JSON.parse(body);
    return resourceSpans.flatMap(({ resource, scopeSpans }) => {
      const process = String(read(resource.attributes)["service.name"]);
      return scopeSpans.flatMap(({ spans }) =>
        spans.map(({ traceId, spanId, parentSpanId = "", name, attributes, ...times }) => {
          const [start, end] = [times.startTimeUnixNano, times.endTimeUnixNano].map(toMs);
          return {
            ...{ traceId, spanId, parentSpanId, name, process, attributes: read(attributes) },
            ...{ start: start ?? 0, ms: (end ?? 0) - (start ?? 0) },
          };
        }),
      );
    });
  });
}

function toMs(nanoseconds: string): number {
  return Number(BigInt(nanoseconds) / 1000n) / 1000;
}

function read(attributes: OtlpAttribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

/** A line a span, in the order in which they began, each below the one that it is a part of. */
export function treeOf(spans: readonly ToldSpan[], root = ""): string[] {
  const from = Math.min(...spans.map(({ start }) => start));
  const below = (parent: string, depth: number): string[] =>
    spans
      .filter(({ parentSpanId }) => parentSpanId === parent)
      .sort((one, other) => one.start - other.start)
      .flatMap((span) => [line(span, depth, from), ...below(span.spanId, depth + 1)]);
  return below(root, 0);
}

function line({ name, process, start, ms }: ToldSpan, depth: number, from: number): string {
  const times = [start - from, ms].map((time) => `${time.toFixed(1)} ms`.padStart(11));
  return `${"  ".repeat(depth)}${name}`.padEnd(34) + process.padEnd(24) + times.join("");
}
