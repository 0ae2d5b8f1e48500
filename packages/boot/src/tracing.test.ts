import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import {
  continued,
  describe as tell,
  ended,
  noted,
  received,
  step,
  traceparent,
  within,
} from "@sendex/kit/trace";

const PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

describe("spans", () => {
  const exporter = new InMemorySpanExporter();
  beforeAll(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const spanProcessors = [new SimpleSpanProcessor({ exporter })];
    trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors }));
  });
  beforeEach(() => exporter.reset());
  afterAll(() => {
    trace.disable();
    context.disable();
  });

  const spans = () =>
    exporter.getFinishedSpans().map(({ name, parentSpanContext, status, attributes }) => ({
      ...{ name, parent: parentSpanContext?.spanId, status: status.code, attributes },
    }));

  it("puts steps below the request, and the request below its caller's span", async () => {
    const request = received(PARENT, "POST");
    const kept = await within(request, () =>
      step("store", { attributes: { n: 1 } }, () => {
        tell({ more: true });
        return Promise.resolve(traceparent());
      }),
    );
    ended(request);
    const [store, whole] = exporter.getFinishedSpans();
    expect(kept).toBe(`00-${request.spanContext().traceId}-${store?.spanContext().spanId}-01`);
    expect(request.spanContext().traceId).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
    expect(spans()).toMatchObject([
      { name: "store", parent: whole?.spanContext().spanId, attributes: { n: 1, more: true } },
      { name: "POST", parent: "00f067aa0ba902b7" },
    ]);
  });

  it("continues what a row keeps, and nothing where it keeps nothing", async () => {
    await continued(PARENT, "send", { kind: "CONSUMER", startTime: new Date(0) }, () =>
      step("compose", {}, () => Promise.resolve()),
    );
    await continued(null, "send", {}, () => step("compose", {}, () => Promise.resolve()));
    noted(PARENT, "event", {});
    noted(null, "event", {});
    expect(spans().map(({ name }) => name)).toEqual(["compose", "send", "event"]);
    expect(spans()).toMatchObject([{}, { parent: "00f067aa0ba902b7" }, { parent: "00f067aa0ba902b7" }]);
  });

  it("notes a failure by its kind alone", async () => {
    const failing = continued(PARENT, "send", {}, () => Promise.reject(new TypeError("a@b.example")));
    await expect(failing).rejects.toThrow("a@b.example");
    expect(spans()).toMatchObject([{ status: 2, attributes: { "error.type": "TypeError" } }]);
    expect(JSON.stringify(spans())).not.toContain("a@b.example");
  });

  it.each([
    "",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
  ])("begins a trace of its own for %j", (given) => {
    ended(received(given, "POST"));
    expect(spans()).toMatchObject([{ name: "POST", parent: undefined }]);
  });
});
