/** Where something is marked in a text: offsets from 0. */
export interface Mark {
  from: number;
  to: number;
  message: string;
  /** What only warns stops nothing from being saved. */
  severity: "error" | "warning";
}
