import type { Client } from "@sendex/sdk/client";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { text } from "../values";
import { DEFAULT_FOLDER, writeTemplate } from "./folder";
import { folderNameOf, templateOf } from "./template";

const PAGE = 100;
/** As many as an account may have. */
const MOST = 1_000;

export function pullCommand(act: Act) {
  return command(
    "pull",
    "Writes templates into a folder, each with its newest version, over what is there.",
    "templates pull",
    "templates pull welcome --dir mails",
  )
    .argument("[names...]", "aliases or ids (default: all)")
    .option("--dir <folder>", `the folder (default: ${DEFAULT_FOLDER})`, text)
    .action((names, { dir = DEFAULT_FOLDER }) => act((desk) => pull(desk, names, dir)));
}

async function pull(desk: Desk, names: string[], dir: string): Promise<Result> {
  const client = desk.client();
  const pulled: string[] = [];
  for (const name of names.length > 0 ? names : await allNames(client)) {
    const template = templateOf(await client.templates.get(name));
    const folder = folderNameOf(template);
    await writeTemplate(dir, folder, template);
    pulled.push(folder);
  }
  const lines = pulled.map((name) => `${dir}/${name}`);
  return {
    value: { dir, pulled },
    text: lines.length > 0 ? lines.join("\n") : "The account has no template.",
  };
}

async function allNames(client: Client): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const { data, has_more } = await client.templates.list({ limit: PAGE, ...(after && { after }) });
    found.push(...data.map(folderNameOf));
    after = data.at(-1)?.id;
    if (!has_more || after === undefined || found.length >= MOST) return found;
  }
}
