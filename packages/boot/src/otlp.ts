import { context, diag, DiagLogLevel, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Log } from "@sendex/core/ports";

export interface TracingOptions {
  endpoint: string;
  /** 0 to 1 */
  share: number;
  /** Of the process. */
  name: string;
  log: Log;
}

/** What waits to be told; beyond it spans are dropped. */
const QUEUE = { maxQueueSize: 4_096, maxExportBatchSize: 512, scheduledDelayMillis: 2_000 };
const EXPORT = { timeoutMillis: 5_000, concurrencyLimit: 2 };
/** How often a log line may say that spans cannot be told. */
const TROUBLE_MS = 60_000;

/** Loads OpenTelemetry's SDK, and tells its spans over OTLP; what it resolves to tells the last ones. */
export function startTracing({ endpoint, share, name, log }: TracingOptions): () => Promise<void> {
  tellTrouble(log, endpoint);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const provider = new TracerProvider({
    // By the id alone, whoever chose it: every process decides the same, and no caller decides for us.
    sampler: new TraceIdRatioBasedSampler(share),
    resource: resourceOf(name),
    spanProcessors: [new BatchSpanProcessor({ ...QUEUE, exporter: new OTLPTraceExporter(EXPORT) })],
  });
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}

/** `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` come before what we say. */
function resourceOf(name: string) {
  return defaultResource()
    .merge(resourceFromAttributes({ "service.namespace": "sendex", "service.name": `sendex-${name}` }))
    .merge(detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] }));
}

function tellTrouble(log: Log, endpoint: string): void {
  let toldAt = -Infinity;
  const tell = (message: string): void => {
    if (performance.now() - toldAt < TROUBLE_MS) return;
    toldAt = performance.now();
    log.warn({ endpoint: new URL(endpoint).origin, detail: message.slice(0, 500) }, "traces cannot be told");
  };
  const nothing = (): void => undefined;
  diag.setLogger(
    { error: tell, warn: tell, info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
