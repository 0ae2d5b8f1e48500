import type { Topic } from "../sns/topic";
import type { AcceptContext } from "./accept";
import type { Faults } from "./faults";
import type { Identities } from "./identities";
import type { QueryParams } from "./queryParams";
import type { Xml } from "./queryXml";

/** What the operations of the Query APIs work on. */
export interface QueryContext extends AcceptContext {
  faults: Faults;
  identities: Identities;
  topic: Topic;
  topicArn: string;
}

/** One operation of a Query API: parameters in, the elements of its result out. Throws Refusal. */
export type QueryAction = (
  context: QueryContext,
  params: QueryParams,
) => Record<string, Xml> | Promise<Record<string, Xml>>;
