import { given, type Search, wordIn } from "../routing/search";

export const PARTS = ["content", "text", "variables", "data"] as const;
export type EditorPart = (typeof PARTS)[number];
export const DEVICES = ["desktop", "phone"] as const;
export const PAPERS = ["light", "dark"] as const;
export const SHOWN = ["html", "text"] as const;

/** How the editor is looked at; it lives in the URL. */
export interface EditorView {
  part?: EditorPart;
  shown?: (typeof SHOWN)[number];
  device?: (typeof DEVICES)[number];
  paper?: (typeof PAPERS)[number];
}

export function readView(search: Search): EditorView {
  return given({
    part: wordIn(search, "part", PARTS),
    shown: wordIn(search, "shown", SHOWN),
    device: wordIn(search, "device", DEVICES),
    paper: wordIn(search, "paper", PAPERS),
  });
}

export const COMPARED = ["content", "subject", "text", "variables"] as const;

/** Two versions beside each other, by their numbers. */
export interface VersionsView {
  version?: number;
  against?: number;
  part?: (typeof COMPARED)[number];
}

export function readVersionsView(search: Search): VersionsView {
  return given({
    version: numberIn(search, "version"),
    against: numberIn(search, "against"),
    part: wordIn(search, "part", COMPARED),
  });
}

function numberIn(search: Search, name: string): number | undefined {
  const value = search[name];
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
}
