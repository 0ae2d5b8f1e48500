import type { Caller } from "@sendex/core/access";
import { type ColumnMap, planColumns } from "@sendex/core/audiences/imports/columns";
import type { OnConflict } from "@sendex/core/audiences/imports/import";
import { invalidFields, SendexError } from "@sendex/core/error";
import { queueImport } from "@sendex/data/audiences/imports/imports";
import { allProperties } from "@sendex/data/audiences/properties";
import { knownSegments } from "@sendex/data/audiences/segments";
import { listTopics } from "@sendex/data/audiences/topics";
import { transaction } from "@sendex/data/database/transaction";
import type { Context } from "../../context";
import { type TopicWish, unknownSegments, unknownTopics } from "../contacts";
import { readHeader } from "./header";
import type { Upload } from "./upload";

/** What a call wants of its file. */
export interface ImportWish {
  columnMap?: ColumnMap;
  onConflict: OnConflict;
  segments: readonly string[];
  topics: readonly TopicWish[];
}

/**
 * Ends an upload, and lets a scheduler read the file in.
 * @throws SendexError bad_request with all that is wrong with the wish and with the first line of the file
 */
export async function queueUpload(
  context: Context,
  { accountId, mode }: Caller,
  upload: Upload,
  { columnMap, onConflict, segments, topics }: ImportWish,
): Promise<void> {
  const { data, clock } = context;
  const owner = { accountId, mode };
  const { bytes, head } = await upload.end();
  const { header, delimiter } = await readHeader(head, bytes);
  const [properties, known, ownTopics] = await Promise.all([
    allProperties(data, accountId),
    knownSegments(data, owner, segments),
    topics.length > 0 ? listTopics(data, accountId) : [],
  ]);
  const planned = planColumns(header.cells, delimiter, columnMap, properties);
  const errors = [
    ...("errors" in planned ? planned.errors : []),
    ...unknownSegments(segments, known),
    ...unknownTopics(topics, ownTopics),
  ];
  if ("errors" in planned || errors.length > 0) throw invalidFields(errors);
  const order = {
    ...{ plan: planned.plan, onConflict, bytes, ...header.next },
    segments: [...new Set(segments)],
    topics: [...new Map(topics.map((topic) => [topic.id, topic])).values()],
  };
  const isQueued = await transaction(data, (client) => queueImport(client, owner, upload.id, order, clock()));
  if (!isQueued) throw new SendexError("bad_request", "The upload took too long.");
}
