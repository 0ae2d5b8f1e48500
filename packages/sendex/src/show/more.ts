/** Below a page of a list: how to go on. */
export function moreOf({ data, has_more: more }: { data: { id: string }[]; has_more: boolean }): string {
  return more ? `\nThere are more: --after ${data.at(-1)?.id ?? ""}` : "";
}
