import { userInfo } from "node:os";
import { openCli } from "@sendex/boot/cli";
import { run } from "./run";

/** The operators' command line; what there is stands in program.ts. */
async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), {
    open: async () => ({ ...(await openCli()), actor: `cli:${userInfo().username}` }),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}

void main();
