import type { RefObject } from "react";
import { useKeys } from "../keys/use-keys";

/** j and k move through the rows of the table, Enter opens the one that has the focus. */
export function useRowKeys(table: RefObject<HTMLTableElement | null>): void {
  useKeys({
    j: () => move(table.current, 1),
    k: () => move(table.current, -1),
    Enter: (event) => open(table.current, event),
  });
}

function move(table: HTMLTableElement | null, by: 1 | -1): void {
  if (!table) return;
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tr[data-row]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? firstInSight(rows) : rows[at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

function firstInSight(rows: HTMLTableRowElement[]): HTMLTableRowElement | undefined {
  return rows.find((row) => row.getBoundingClientRect().top >= 0);
}

function open(table: HTMLTableElement | null, event: KeyboardEvent): void {
  const row = document.activeElement;
  if (!(row instanceof HTMLTableRowElement) || !table?.contains(row)) return;
  event.preventDefault();
  row.querySelector<HTMLElement>("a[data-row-link], button[data-row-link]")?.click();
}
