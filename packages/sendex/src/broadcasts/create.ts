import { command } from "../command";
import type { Act } from "../desk";
import { CliError, WRONG_USE } from "../failure";
import { parseJson, readText } from "../files";
import { isRecord } from "../show/record";
import { text, wholeNumber } from "../values";

const MOST_PER_HOUR = 10_000_000;
const LEAST_PER_HOUR = 60;

export function createCommand(act: Act) {
  return command(
    "create",
    "Makes a broadcast, as a draft: from options, or from a JSON file that they go over.",
    'broadcasts create --name October --segment seg_… --from news@shop.example --subject "News" --html-file october.html',
  )
    .option("--file <file>", "the body of POST /api/v1/broadcasts as JSON; - is standard input", text)
    .option("--name <text>", "what it is called", text)
    .option("--segment <id>", "whom it is for: a list or a rule", text)
    .option("--topic <id>", "the topic that it is of", text)
    .option("--from <address>", "a@b.example or Name <a@b.example>", text)
    .option("--subject <text>", "a template of its reader's values", text)
    .option("--text-file <file>", "its text; made of the HTML unless it is given", text)
    .option("--html-file <file>", "its HTML", text)
    .option("--per-hour <n>", "mails an hour", wholeNumber(LEAST_PER_HOUR, MOST_PER_HOUR))
    .action(({ file, textFile, htmlFile, segment, topic, perHour, ...words }) =>
      act(async (desk) => {
        const read = file === "-" ? await desk.terminal.readInput() : file && (await readText(file));
        const whole = read ? parseJson(read, file ?? "") : {};
        if (!isRecord(whole)) throw new CliError(WRONG_USE, `${file ?? ""} holds no JSON object.`);
        const broadcast = {
          ...whole,
          ...words,
          ...(segment && { segment_id: segment }),
          ...(topic && { topic_id: topic }),
          ...(perHour && { per_hour: perHour }),
          ...(textFile && { text: await readText(textFile) }),
          ...(htmlFile && { html: await readText(htmlFile) }),
        };
        // The API has the last word on what the file says.
        const made = await desk.client().broadcasts.create(broadcast);
        return { value: made, text: made.id };
      }),
    );
}
