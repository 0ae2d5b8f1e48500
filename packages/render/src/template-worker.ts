import { parentPort } from "node:worker_threads";
import type { TemplateData } from "@sendex/core/templates/variable";
import { LRUCache } from "lru-cache";
import {
  type Compiled,
  compile,
  isFailure,
  render,
  type Rendered,
  type TemplateFailure,
  type TemplateSource,
} from "./liquid";
import { textOf } from "./html-text";
import { preview, type Previewed } from "./preview";
import { READY } from "./template-ready";
import { compileMjml, type MjmlResult } from "./mjml";

/** The thread that runs what customers wrote: one question, one answer, after a first word that it is ready. */
export type Question =
  /** `key` names the source for good; absent: it may change, and is not remembered. */
  | { kind: "render"; key?: string; source: TemplateSource; values: TemplateData }
  | { kind: "check"; source: TemplateSource }
  /** For an editor: every part by itself, and past what is missing. */
  | { kind: "preview"; source: TemplateSource; values: TemplateData }
  | { kind: "mjml"; mjml: string }
  /** The text part of a mail that has HTML alone. */
  | { kind: "text"; html: string };

export type Answer =
  | { rendered: Rendered }
  | { previewed: Previewed }
  | { checked: true }
  | { failure: TemplateFailure }
  | MjmlResult
  | { text: string | undefined };

/** Templates kept read: so many, and of so much source. */
const MAX_KEPT = 500;
const MAX_KEPT_CHARACTERS = 8 * 1024 * 1024;

const kept = new LRUCache<string, Compiled>({ max: MAX_KEPT, maxSize: MAX_KEPT_CHARACTERS });

parentPort?.on("message", (question: Question) => {
  void answer(question).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage(READY);

async function answer(question: Question): Promise<Answer> {
  if (question.kind === "mjml") return compileMjml(question.mjml);
  if (question.kind === "text") return { text: textOf(question.html) };
  if (question.kind === "preview") return { previewed: preview(question.source, question.values) };
  const key = question.kind === "render" ? question.key : undefined;
  const compiled = read(question.source, key);
  if (isFailure(compiled)) return { failure: compiled };
  if (question.kind === "check") return { checked: true };
  const rendered = render(compiled, question.values);
  return isFailure(rendered) ? { failure: rendered } : { rendered };
}

function read(source: TemplateSource, key: string | undefined): Compiled | TemplateFailure {
  const known = key === undefined ? undefined : kept.get(key);
  if (known) return known;
  const compiled = compile(source);
  if (key !== undefined && !isFailure(compiled)) kept.set(key, compiled, { size: sizeOf(source) });
  return compiled;
}

/** At least 1, which lru-cache asks for. */
function sizeOf({ subject, html, text }: TemplateSource): number {
  return 1 + (subject?.length ?? 0) + (html?.length ?? 0) + (text?.length ?? 0);
}
