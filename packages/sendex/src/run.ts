import { CommanderError } from "@commander-js/extra-typings";
import { openSendex } from "@sendex/sdk/client";
import { connectionOf } from "./config/connection";
import type { Desk, Everywhere, Result, Terminal } from "./desk";
import { type Failure, failureOf, WRONG_USE } from "./failure";
import { programOf } from "./program";
import { asText } from "./show/as-text";

/**
 * Runs what was typed, and resolves to the exit code: 0 done, 1 failed or something is wrong, 2 used wrongly. Never
 * rejects.
 */
export async function run(typed: readonly string[], terminal: Terminal): Promise<number> {
  const { out, err } = terminal;
  const json = typed.includes("--json");
  let code = 0;
  const program = programOf(async (work) => {
    const result = await work(deskOf(terminal, json, program.opts()));
    if (result.wrong) code = 1;
    out(json ? `${JSON.stringify(result.value)}\n` : textOf(result));
  }, out);
  try {
    const [first, ...others] = typed;
    await program.parseAsync(first === "help" ? [...others, "--help"] : typed, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = failureOf(error);
    err(json ? `${JSON.stringify(asJson(failure))}\n` : `${failure.message}\n`);
    return failure.slug === WRONG_USE ? 2 : 1;
  }
}

function deskOf(terminal: Terminal, json: boolean, options: Everywhere): Desk {
  const connection = () => connectionOf(options, terminal);
  return {
    ...{ terminal, options, json, connection },
    client: () => {
      const { apiKey, apiUrl } = connection();
      return openSendex({ apiKey, baseUrl: apiUrl });
    },
  };
}

function textOf({ value, text = asText(value) }: Result): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function asJson({ slug, message, fields, requestId }: Failure): object {
  return {
    error: slug,
    message,
    ...(fields && { errors: fields }),
    ...(requestId !== undefined && { request_id: requestId }),
  };
}
