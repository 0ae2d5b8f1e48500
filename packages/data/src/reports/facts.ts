import type { Mode } from "@sendex/core/accepting/message";
import { mode, rows, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Transaction } from "../database/transaction";

/** One fact to count, under the hour its message was sent in. */
export interface Fact {
  accountId: string;
  hour: Date;
  mode: Mode;
  event: string;
  domain: string;
  template: string;
  /** Of the key it was accepted with; empty: none. */
  keyId: string;
}

/** Adds facts to be counted; equal ones become one row. The scheduler rolls them up. */
export async function countFacts(client: Transaction, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await client.query(COUNT_FACTS({ x: facts }));
}

/** The columns of rows that are facts, but for their account. */
export const FACT = {
  hour: timestamptz((fact: Fact) => fact.hour),
  mode: mode((fact: Fact) => fact.mode),
  event: text((fact: Fact) => fact.event),
  domain: text((fact: Fact) => fact.domain),
  template: text((fact: Fact) => fact.template),
  key_id: text((fact: Fact) => fact.keyId),
};

/** What is counted, in SQL; `tier` is the account's, and `count` an aggregate. */
type CountedFact = Record<Exclude<keyof Fact, "hour"> | "at" | "tier" | "count", string>;

/** The statement, or the part of one, that counts what `from` has. */
export function insertFacts(fact: CountedFact, from: string): string {
  return `INSERT INTO statistic_deltas (account_id, hour, mode, event, domain, tag, template, tier, key_id, count)
  SELECT ${fact.accountId}, date_trunc('hour', ${fact.at}), ${fact.mode}, ${fact.event}, ${fact.domain}, '', ${fact.template},
    ${fact.tier}, ${fact.keyId}, ${fact.count}
  FROM ${from} GROUP BY 1, 2, 3, 4, 5, 7, 8, 9`;
}

/** Of a table of facts with the columns of `FACT`. */
export function givenFact(table: string) {
  return {
    at: `${table}.hour`,
    mode: `${table}.mode`,
    event: `${table}.event`,
    domain: `${table}.domain`,
    template: `${table}.template`,
    keyId: `${table}.key_id`,
    count: "count(*)",
  };
}

/** What the rows of a message say of its facts, as `newFact` of the pipeline has it of a claim. */
export function messageFact(message: string) {
  return {
    accountId: `${message}.account_id`,
    mode: `${message}.mode`,
    domain: `${message}.from_domain`,
    template: `COALESCE(${message}.template_id, '')`,
    keyId: `COALESCE(${message}.key_id, '')`,
  };
}

const COUNT_FACTS = statement(
  "count-facts",
  { x: rows<Fact>({ account_id: text(({ accountId }) => accountId), ...FACT }) },
  ({ x }) =>
    insertFacts(
      { ...givenFact("x"), accountId: "x.account_id", tier: "a.tier" },
      `${x} JOIN accounts a ON a.id = x.account_id`,
    ),
);
