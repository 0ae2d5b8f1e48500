import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect } from "@jest/globals";
import { eventually } from "../src/eventually";
import { type Receiver, startReceiver } from "../src/receiver";
import { readSpans, type ToldSpan, treeOf } from "../src/traces";
import { useStack } from "../src/use-stack";

const DOCUMENT = path.resolve(__dirname, "../../../docs/tracing.md");
/** As W3C's own example has it. */
const CALLERS = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7" };

describe("traces", () => {
  const env: Record<string, string> = {};
  let collector: Receiver;
  beforeAll(async () => {
    collector = await startReceiver();
    env["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.url;
  });
  afterAll(() => collector.close());
  const onStack = useStack({ env });

  const told = (): ToldSpan[] => readSpans(collector.requests("/v1/traces").map(({ body }) => body));

  onStack("show one mail from its request to its webhooks, in its caller's trace", async (stack) => {
    const traceparent = `00-${CALLERS.traceId}-${CALLERS.spanId}-01`;
    const { body } = await stack.tenant.client.post({}, { traceparent });
    const documented = shapeOf(treeIn(readFileSync(DOCUMENT, "utf8")));
    await eventually(() => {
      const lines = treeOf(
        told().filter(({ traceId }) => traceId === CALLERS.traceId),
        CALLERS.spanId,
      );
      expect(shapeOf(lines)).toEqual(documented);
    });
    const requests = stack.receiver.requests("/").filter(({ body: text }) => text.includes(body.id));
    const spans = new Map(told().map(({ spanId, name }) => [spanId, name]));
    expect(requests.map(({ headers }) => nameIn(headers["traceparent"], spans)).sort()).toEqual([
      "webhook email.delivered",
      "webhook email.queued",
      "webhook email.sent",
    ]);
  });

  onStack("tell ids and numbers, and nothing that a mail says", async (stack) => {
    const words = { subject: "Geheimwort-Betreff", text: "Geheimwort-Text", to: "geheimwort@example.com" };
    const id = await stack.tenant.client.send(words);
    await eventually(() => {
      const names = told().flatMap(({ name, attributes }) =>
        attributes["sendex.message.id"] === id ? [name] : [],
      );
      expect(names).toEqual(["send"]);
    });
    const whole = collector.requests().map(({ body }) => body.toLowerCase());
    expect(whole.filter((body) => body.includes("geheimwort"))).toEqual([]);
  });
});

function treeIn(document: string): string[] {
  const [, block = ""] = /```text\n(POST [^]*?)```/.exec(document) ?? [];
  return block.trimEnd().split("\n");
}

/** Without its times; parts of one whole may begin in any order. */
function shapeOf(lines: string[]): string[] {
  return lines.map((line) => line.replace(/(\s+-?[\d.]+ ms){2}$/, "")).sort();
}

function nameIn(traceparent: unknown, spans: Map<string, string>): string | undefined {
  const [, traceId, spanId = ""] = String(traceparent).split("-");
  return traceId === CALLERS.traceId ? spans.get(spanId) : undefined;
}
