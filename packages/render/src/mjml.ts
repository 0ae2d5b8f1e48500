import { MAX_TEMPLATE_CHARACTERS } from "@sendex/core/templates/template";
import { placeAt, placeOf, type Veiled, veilLiquid } from "./mjml-liquid";

/** HTML, or why there is none. After a `broken` result the compiler must not be used again. */
export type MjmlResult = { html: string } | { message: string; broken?: boolean };

const MAX_MESSAGE = 200;
/** What attributes set for every element may come to when each element writes them out, in characters. */
const MAX_SHARED_CHARACTERS = 8 * 1024 * 1024;

/**
 * MJML → HTML, Liquid's tags and outputs left where they stand. The compiler is WebAssembly: it has no files, no
 * network and so nothing to include. It is loaded when it is first needed.
 */
export async function compileMjml(source: string): Promise<MjmlResult> {
  // WebAssembly's memory grows with what it writes, and no limit of the thread holds it.
  if (sharedCharacters(source) > MAX_SHARED_CHARACTERS)
    return { message: "mj-attributes sets too much for so many elements." };
  const { Engine } = await import("mrml");
  try {
    const engine = new Engine();
    const veiled = veilLiquid(source);
    const result = engine.toHtml(veiled.source);
    engine.free();
    if (result.type === "error") return { message: whyOf(result, veiled) };
    const [, unknown] = /<(mj-[\w-]+)/.exec(result.content) ?? [];
    if (unknown !== undefined) return { message: `${unknown} is no component of MJML here.` };
    if (result.content.length > MAX_TEMPLATE_CHARACTERS)
      return { message: `As HTML it has more than ${MAX_TEMPLATE_CHARACTERS} characters.` };
    return { html: veiled.unveil(result.content) };
  } catch {
    // It ran out of its stack or its memory, and may have left either in disorder.
    return { message: "It is nested too deeply.", broken: true };
  }
}

function sharedCharacters(source: string): number {
  const first = source.indexOf("<mj-attributes");
  if (first < 0) return 0;
  const shared = source.lastIndexOf("</mj-attributes") - first;
  return Math.max(shared, 0) * source.split("<mj-").length;
}

interface Problem {
  message: string;
  details?: { type?: string; source?: unknown; position?: { start: number; end: number } };
}

/** With line and column of what the author wrote. */
function whyOf({ message, details }: Problem, veiled: Veiled): string {
  if (details?.position) return clip(misplaced(details.position, veiled));
  if (details?.type === "end-of-stream") return "An element is not closed, or another is closed first.";
  const source = typeof details?.source === "string" ? `: ${details.source}` : "";
  return clip(
    `${message}${source}`.replace(/(\d+):(\d+)/g, (_, line: string, column: string) =>
      placeAt(veiled, Number(line), Number(column)),
    ),
  );
}

function misplaced({ start, end }: { start: number; end: number }, veiled: Veiled): string {
  const what = veiled.unveil(Buffer.from(veiled.source).subarray(start, end).toString()).trim();
  return `${what.slice(0, MAX_MESSAGE / 2)} cannot stand at ${placeOf(veiled, start)}.`;
}

function clip(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").slice(0, MAX_MESSAGE);
}
