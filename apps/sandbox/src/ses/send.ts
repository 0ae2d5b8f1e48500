import type { Header } from "../mime/headers";

export interface Tag {
  name: string;
  value: string;
}

/** A send call as either API version hands it over. */
export interface SendCall {
  operation: string;
  raw: Buffer;
  /** The envelope's sender; null: the From header. */
  source: string | null;
  /** The envelope's recipients; null: the To, Cc and Bcc headers. */
  destinations: string[] | null;
  configSet: string | null;
  tags: Tag[];
  maxBytes: number;
}

/** A send call that passed SES's checks, with what the headers add filled in. */
export interface CheckedSend {
  operation: string;
  raw: Buffer;
  source: string;
  destinations: string[];
  configSet: string | null;
  tags: Record<string, string>;
  headers: Header[];
}
