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
  const said = { out: "", err: "" };
  const code = await run([...typed, "--json"], {
    open: async () => ({
      context,
      actor: "cli:test",
      prepareDatabase: async () => [],
      close: async () => undefined,
    }),
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return {
    code,
    answer: said.out === "" ? undefined : (JSON.parse(said.out) as object),
    error: said.err === "" ? undefined : (JSON.parse(said.err) as { error: string; message: string }),
  };
}
