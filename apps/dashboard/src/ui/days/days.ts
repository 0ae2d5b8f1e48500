/** As typed, `YYYY-MM-DD`; both are included. */
export interface Days {
  from?: string;
  to?: string;
}
