import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from "@opentelemetry/api";

/**
 * Traces, by OpenTelemetry's API. Without its SDK, which `boot/tracing.ts` loads where it is configured, nothing here does
 * more than call what it is given. Spans carry ids and numbers, never an address or content.
 */
const tracer = trace.getTracer("sendex");

/** Source: W3C Trace Context, section 3.2. Later versions may have more behind the flags. */
const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:$|-)/;

/** What a span is, beside its name. */
export interface SpanOf {
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  /** Where it began before now. */
  startTime?: Date;
}

/** A request that came in, below its caller's span where it names one. It is to be ended. */
export function received(traceparent: string | undefined, name: string): Span {
  return tracer.startSpan(name, { kind: SpanKind.SERVER }, contextOf(traceparent));
}

/** Runs within a span, which is the parent of the steps in it. */
export function within<T>(span: Span, run: () => T): T {
  return context.with(trace.setSpan(ROOT_CONTEXT, span), run);
}

/** A step of what is traced here; just runs where nothing is. */
export async function step<T>(name: string, span: SpanOf, run: () => Promise<T>): Promise<T> {
  return trace.getActiveSpan()?.isRecording() === true ? runIn(name, span, context.active(), run) : run();
}

/** Continues the trace that a row keeps; just runs where it keeps none. */
export async function continued<T>(
  traceparent: string | null,
  name: string,
  span: SpanOf,
  run: () => Promise<T>,
): Promise<T> {
  return traceparent === null ? run() : runIn(name, span, contextOf(traceparent), run);
}

/** Notes what has happened until now, in the trace that a row keeps. */
export function noted(traceparent: string | null, name: string, span: SpanOf): void {
  if (traceparent !== null) tracer.startSpan(name, optionsOf(span), contextOf(traceparent)).end();
}

/** The active span as a row keeps it and a header tells it; null where nobody records it. */
export function traceparent(): string | null {
  const found = trace.getActiveSpan()?.spanContext();
  if (!found || (found.traceFlags & TraceFlags.SAMPLED) === 0) return null;
  return `00-${found.traceId}-${found.spanId}-01`;
}

/** Adds to the active span what is known only now. */
export function describe(attributes: Attributes): void {
  trace.getActiveSpan()?.setAttributes(attributes);
}

/** Ends a span; `error` is what went wrong in it, in a word. */
export function ended(span: Span, error?: string): void {
  if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute("error.type", error);
  span.end();
}

function runIn<T>(name: string, of: SpanOf, parent: Context, run: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, optionsOf(of), parent, async (span) => {
    try {
      const result = await run();
      ended(span);
      return result;
    } catch (error) {
      // Its message may hold an address.
      ended(span, error instanceof Error ? error.name : "Error");
      throw error;
    }
  });
}

function optionsOf({ kind = "INTERNAL", attributes = {}, startTime }: SpanOf) {
  return { kind: SpanKind[kind], attributes, ...(startTime && { startTime }) };
}

function contextOf(traceparent: string | undefined): Context {
  const [, traceId = "", spanId = "", flags = ""] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  const parent = { traceId, spanId, traceFlags: Number(`0x${flags}`) & TraceFlags.SAMPLED, isRemote: true };
  return isSpanContextValid(parent) ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}
