/** Where programs hand mail over. */
export interface SmtpDoor {
  host: string;
  /** With STARTTLS. */
  port: number;
  /** With TLS from the first byte; null: there is none. */
  tlsPort: number | null;
}
