/** Where a stored call has the messages that it was about. */
interface Stored {
  /** The one. */
  messageId: string | null;
  /** Several; of what was written before there was `messageId`, the one as well. */
  messageIds: string[];
}

/** A call with all the messages that it was about in one list, as everybody but the table has it. */
export function withMessages<Row extends Stored>({ messageId, ...row }: Row): Omit<Row, "messageId"> {
  return { ...row, messageIds: messageId === null ? row.messageIds : [messageId] };
}
