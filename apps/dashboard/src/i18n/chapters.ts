import type { CustomTypeOptions } from "i18next";

/** The catalogues there are. */
export type Chapter = keyof CustomTypeOptions["resources"];
