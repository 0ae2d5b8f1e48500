import { smallint, text, timestamptz } from "../database/parameters";

/** Names one recipient. */
export interface RecipientKey {
  accountId: string;
  messageId: string;
  n: number;
}

/** Names one recipient and the wait that a job was made for. */
export interface ClaimRequest extends RecipientKey {
  /** Of the row when the job was made, ms; a row that was put back has another. */
  due: number;
}

/** The columns of rows that are named so. */
export const RECIPIENT_KEY = {
  account_id: text((row: RecipientKey) => row.accountId),
  message_id: text((row: RecipientKey) => row.messageId),
  n: smallint((row: RecipientKey) => row.n),
};

export const CLAIM_REQUEST = {
  ...RECIPIENT_KEY,
  due_at: timestamptz((row: ClaimRequest) => new Date(row.due)),
};
