/** A mail as a parser gives it back. Names of headers are in lower case; absent texts are empty. */
export interface ReadMail {
  subject: string;
  from: Person[];
  to: Person[];
  cc: Person[];
  replyTo: Person[];
  headers: Record<string, string>;
  text: string;
  html: string;
  files: ReadFile[];
}

export interface Person {
  name: string;
  address: string;
}

export interface ReadFile {
  filename: string;
  type: string;
  /** With its angle brackets; empty where there is none. */
  contentId: string;
  /** base64 */
  content: string;
}

export type Reader = (source: Uint8Array) => Promise<ReadMail>;
