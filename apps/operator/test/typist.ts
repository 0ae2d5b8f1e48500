import { run } from "@sendex/operator/run";
import type { Context } from "@sendex/pipeline/context";

/** What a command line came to: its exit code, and what it answered, right or wrong. */
export interface Typed {
  code: number;
  answer: object | undefined;
  error: { error: string; message: string } | undefined;
}

/** Types command lines with `--json`, on a context that stays open. */
export async function type(context: Context, typed: string[]): Promise<Typed> {
  const { code, out, err } = await typeAsTold(context, [...typed, "--json"]);
  return {
    code,
    answer: out === "" ? undefined : (JSON.parse(out) as object),
    error: err === "" ? undefined : (JSON.parse(err) as { error: string; message: string }),
  };
}

/** Types a command line as it is given; what a terminal shows. */
export async function typeAsTold(
  context: Context,
  typed: string[],
): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const code = await run(typed, {
    open: async () => ({
      context,
      actor: "cli:test",
      prepareDatabase: async () => [],
      close: async () => undefined,
    }),
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}
