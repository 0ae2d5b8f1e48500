import { given, type Search, wordIn } from "../routing/search";
import { type Look, readLook } from "../ui/writing/preview/look";

export const PARTS = ["content", "text", "variables", "data"] as const;
export type EditorPart = (typeof PARTS)[number];

/** How the editor is looked at; it lives in the URL. */
interface EditorView extends Look {
  part?: EditorPart;
}

export function readView(search: Search): EditorView {
  return { ...given({ part: wordIn(search, "part", PARTS) }), ...readLook(search) };
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
