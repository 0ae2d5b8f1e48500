import type { Caller } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import type { StoredMessage } from "@sendex/core/messages/stored";
import { readDataKey } from "@sendex/data/accounts/accounts";
import { contentSizes, readContents } from "@sendex/data/content/sealed";
import { type Content, unsealContent } from "../content/seal";
import type { Context } from "../context";
import { getMessage } from "./read";

/**
 * A message with all of its content, files included.
 * @param mostBytes what its content may have, sealed: it is held in memory
 * @throws SendexError not_found, for a message of another account or mode too; unprocessable_entity once its content is
 *   erased; payload_too_large
 */
export async function readWhole(
  context: Context,
  caller: Caller,
  id: string,
  mostBytes: number,
): Promise<{ message: StoredMessage; content: Content }> {
  const { data, sealer } = context;
  const { accountId } = caller;
  const message = await getMessage(context, caller, id);
  const sizes = await contentSizes(data, accountId, id);
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (bytes > mostBytes) throw tooLarge(bytes, mostBytes);
  const [dataKey, sealed] = await Promise.all([
    readDataKey(data, accountId),
    readContents(data, accountId, id),
  ]);
  const content = dataKey && unsealContent(sealer, { accountId, messageId: id, dataKey }, sealed);
  if (!content) throw new SendexError("unprocessable_entity", "The content of this message is erased.");
  return { message, content };
}

function tooLarge(bytes: number, most: number): SendexError {
  const [has, may] = [bytes, most].map((size) => `${(size / 1e6).toFixed(1)} MB`);
  return new SendexError(
    "payload_too_large",
    `The content of this message has ${has}, and this shows at most ${may}. Its files can be downloaded one by one.`,
  );
}
